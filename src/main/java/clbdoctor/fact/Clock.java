package clbdoctor.fact;

/** What the server's clock showed when somebody looked at the server. */
public record Clock(
    @About(value = "time with its offset from UTC", example = "2026-12-01T20:05:00+08:00")
        Timestamp time)
    implements Observed {

  @Override
  public String sentence() {
    return "the server's clock shows " + time;
  }
}
