package clbdoctor.fact;

import java.util.List;

/**
 * A command that should have shown sections of the fact file and did not, or only in part. It
 * proves nothing about them; it says why nobody looked.
 */
public record FailedLook(
    @About(value = "command line", example = "nft list ruleset") String command,
    @About(
            value = "NOT_INSTALLED, NOT_PERMITTED, TIMED_OUT, FAILED or INTERRUPTED",
            example = "NOT_PERMITTED")
        LookFailure reason,
    @About(value = "what it would have shown", example = "[FIREWALL_RULESETS]")
        List<Subject> sections)
    implements Observed {

  public FailedLook {
    sections = List.copyOf(sections);
  }

  @Override
  public String sentence() {
    return command + ": " + reason.phrase();
  }
}
