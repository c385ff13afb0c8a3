package clbdoctor.fact;

/**
 * A change that lets the check past a rule or policy that denies it, computed from the listed
 * rules: with all such changes together they let the check through.
 *
 * @param tool what to make the change with
 * @param passes what the check then no longer meets, with its place
 * @param apply the shell command
 * @param undo the command that takes the change back
 */
@ComputedFrom(Subject.FIREWALL_RULESETS)
public record FilterOpening(
    FirewallTool tool, CheckPacket packet, String passes, String apply, String undo)
    implements Derived {

  @Override
  public String sentence() {
    return "the check's " + packet + " gets past " + passes + " by: " + apply;
  }
}
