package clbdoctor.fact;

import java.util.Locale;

/**
 * A test that repeated a failing request of the check with one part of it changed.
 *
 * @param part what was changed
 * @param status what came back then
 * @param insteadOf what the check's own request gets
 * @param acceptance whether the check accepts what came back then
 * @param alone whether nothing else was changed, not even the place it was sent from
 * @param named whether the Host sent was a domain name, not left out and not an address
 */
@ComputedFrom(Subject.PROBES)
public record Variation(
    RequestPart part,
    int status,
    int insteadOf,
    Acceptance acceptance,
    boolean alone,
    boolean named)
    implements Derived {

  /** Whether the check would accept this answer. */
  public boolean helps() {
    return acceptance == Acceptance.ACCEPTED;
  }

  /** Whether the change changed nothing. */
  public boolean sameStatus() {
    return status == insteadOf;
  }

  @Override
  public String sentence() {
    return "with another "
        + part.name().toLowerCase(Locale.ROOT)
        + " the status is "
        + status
        + " instead of "
        + insteadOf;
  }
}
