package clbdoctor.fact;

/** What a program answered to the bytes of a custom check. */
@ComputedFrom(Subject.PROBES)
public record CustomAnswer(
    boolean expected, boolean expectedInOtherEncoding, Vantage from, String answer)
    implements Derived {

  @Override
  public String sentence() {
    return "the program answers \""
        + answer
        + "\", which is "
        + (expected ? "" : "not ")
        + "what the check expects";
  }
}
