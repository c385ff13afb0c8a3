package clbdoctor.fact;

/**
 * What came back to the very request of the check at the private address, with a status that the
 * check does not accept, or is not known to accept.
 */
@ComputedFrom(Subject.PROBES)
public record FailingAnswer(int status, Vantage from, Acceptance acceptance) implements Derived {

  /** Whether the accepted statuses are known, and this is none of them. */
  public boolean notAccepted() {
    return acceptance == Acceptance.NOT_ACCEPTED;
  }

  /** Whether the check itself got it, not a test that stands for the check. */
  public boolean toCheckSource() {
    return from == Vantage.CHECK_SOURCE;
  }

  /** 200 to 299. */
  public boolean success() {
    return status >= 200 && status <= 299;
  }

  /** 301, 302, 303, 307 or 308. */
  public boolean redirect() {
    return status >= 301 && status <= 303 || status == 307 || status == 308;
  }

  /** Not found, or gone. */
  public boolean notFound() {
    return status == 404 || status == 410;
  }

  /** 500 to 599, but for the two that blame the method or version of the request. */
  public boolean serverError() {
    return status >= 500 && status <= 599 && status != 501 && status != 505;
  }

  /**
   * A status that points to no part of the request, to no right of access and to no failure: it
   * only says what this server answers here.
   */
  public boolean unspecific() {
    return status == 402
        || status == 406
        || status == 409
        || status >= 411 && status <= 418
        || status >= 422 && status <= 425
        || status == 428
        || status == 451
        || status >= 300 && status <= 399 && !redirect()
        || status < 200;
  }

  @Override
  public String sentence() {
    return "the check's request gets status "
        + status
        + (notAccepted() ? ", which is not accepted" : ", perhaps not accepted");
  }
}
