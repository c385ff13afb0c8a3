package clbdoctor.fact;

/** An HTTP answer, compared with what the health check asks and accepts. */
@ComputedFrom(Subject.PROBES)
public record HttpAnswer(
    int status, Vantage from, Acceptance acceptance, java.util.Set<RequestPart> differences)
    implements Derived {

  public HttpAnswer {
    differences = java.util.Set.copyOf(differences);
  }

  /** Whether the request was the one that the check sends. */
  public boolean sameRequest() {
    return differences.isEmpty();
  }

  public boolean otherPath() {
    return differences.equals(java.util.Set.of(RequestPart.PATH));
  }

  public boolean otherHost() {
    return differences.equals(java.util.Set.of(RequestPart.HOST));
  }

  public boolean otherMethod() {
    return differences.equals(java.util.Set.of(RequestPart.METHOD));
  }

  public boolean accepted() {
    return acceptance == Acceptance.ACCEPTED;
  }

  public boolean notAccepted() {
    return acceptance == Acceptance.NOT_ACCEPTED;
  }

  /** 500 to 599. */
  public boolean serverError() {
    return status >= 500 && status <= 599;
  }

  @Override
  public String sentence() {
    return "status " + status + " is " + acceptance;
  }
}
