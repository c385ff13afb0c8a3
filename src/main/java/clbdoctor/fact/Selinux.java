package clbdoctor.fact;

/** Whether SELinux denies. */
public record Selinux(
    @About(value = "ENFORCING, PERMISSIVE or DISABLED", example = "ENFORCING") SelinuxMode mode)
    implements Observed {
  @Override
  public String sentence() {
    return "SELinux is " + mode;
  }
}
