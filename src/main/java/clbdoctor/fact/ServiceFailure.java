package clbdoctor.fact;

/**
 * The service does not do its work: it answers the check with a server error, or it ended by
 * itself.
 *
 * @param certain false when nobody knows whether the check accepts the error
 */
@ComputedFrom(Subject.PROBES)
public record ServiceFailure(boolean ended, boolean certain) implements Derived {

  @Override
  public String sentence() {
    return ended ? "the service ended by itself" : "the service answers with a server error";
  }
}
