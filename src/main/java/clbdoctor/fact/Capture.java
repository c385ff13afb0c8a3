package clbdoctor.fact;

/** A packet capture on the real server over at least two check intervals. */
public record Capture(
    @About(
            value =
                "NOTHING_ARRIVES, SYN_UNANSWERED, SYN_RESET, SYN_PROHIBITED, SYN_ACK_REPEATED, REQUEST_UNANSWERED, CLOSED_AT_ONCE or ANSWERED",
            example = "SYN_UNANSWERED")
        CapturedExchange exchange)
    implements Observed {

  @Override
  public String sentence() {
    return "a packet capture shows " + exchange;
  }
}
