package clbdoctor.fact;

/**
 * A log line in which the server complains of a request or connection.
 *
 * @param ofCheck whether it was the check's
 */
@ComputedFrom(Subject.LOGS)
public record RequestComplaint(RequestComplaintKind kind, boolean ofCheck, String text)
    implements Derived {

  @Override
  public String sentence() {
    return "the server complains of "
        + (ofCheck ? "the check" : "a request")
        + " ("
        + kind
        + "): "
        + text;
  }
}
