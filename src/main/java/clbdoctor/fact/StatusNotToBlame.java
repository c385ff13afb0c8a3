package clbdoctor.fact;

/**
 * Whatever makes the check fail, it is not the HTTP status.
 *
 * @param byConfiguration whether no status at all could fail this check
 * @param atCheckSource whether this is so for requests from the address that the check comes from
 */
@ComputedFrom({Subject.PROBES, Subject.HEALTH_CHECK})
public record StatusNotToBlame(boolean byConfiguration, boolean atCheckSource) implements Derived {

  @Override
  public String sentence() {
    return byConfiguration
        ? "no HTTP status can fail this check"
        : "the check's request gets an accepted status"
            + (atCheckSource ? " at the check source" : "");
  }
}
