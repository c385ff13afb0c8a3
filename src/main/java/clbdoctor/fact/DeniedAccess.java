package clbdoctor.fact;

/**
 * A denial by SELinux or AppArmor that may be why the check fails.
 *
 * @param enforced whether the access was refused; otherwise nobody knows whether it was only logged
 */
@ComputedFrom(Subject.ACCESS_DENIALS)
public record DeniedAccess(String program, DeniedAction action, boolean enforced)
    implements Derived {

  /** Whether the program is kept from the checked port. */
  public boolean toListen() {
    return action == DeniedAction.LISTEN;
  }

  @Override
  public String sentence() {
    return program
        + (enforced ? " is denied to " : " is denied, or only logged, to ")
        + switch (action) {
          case LISTEN -> "listen on the checked port";
          case CONNECT -> "connect to an upstream server";
          case READ -> "read a file";
        };
  }
}
