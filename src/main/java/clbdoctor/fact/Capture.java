package clbdoctor.fact;

/** A packet capture on the real server over at least two check intervals. */
public record Capture(
    @About(
            value =
                "NOTHING_ARRIVES, SYN_UNANSWERED, SYN_RESET, SYN_PROHIBITED, SYN_ACK_REPEATED, REQUEST_UNANSWERED, CLOSED_AT_ONCE or ANSWERED",
            example = "SYN_UNANSWERED")
        CapturedExchange exchange)
    implements Observed {

  /** Whether the handshake of the check comes to its end. */
  public boolean connected() {
    return switch (exchange) {
      case REQUEST_UNANSWERED, CLOSED_AT_ONCE, ANSWERED -> true;
      case NOTHING_ARRIVES, SYN_UNANSWERED, SYN_RESET, SYN_PROHIBITED, SYN_ACK_REPEATED -> false;
    };
  }

  @Override
  public String sentence() {
    return "a packet capture shows " + exchange;
  }
}
