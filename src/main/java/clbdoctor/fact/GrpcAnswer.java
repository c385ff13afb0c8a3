package clbdoctor.fact;

/** A gRPC status that came back, compared with what the check accepts. */
@ComputedFrom(Subject.PROBES)
public record GrpcAnswer(int status, Vantage from, Acceptance acceptance) implements Derived {

  public boolean accepted() {
    return acceptance == Acceptance.ACCEPTED;
  }

  public boolean notAccepted() {
    return acceptance == Acceptance.NOT_ACCEPTED;
  }

  @Override
  public String sentence() {
    return "gRPC status " + status + " is " + acceptance;
  }
}
