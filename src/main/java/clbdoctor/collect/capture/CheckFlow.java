package clbdoctor.collect.capture;

import clbdoctor.fact.CapturedExchange;
import java.util.Optional;

/** One check: the packets of one connection of the check source. */
final class CheckFlow {
  private double start = Double.NaN;
  private int synAcks;
  private boolean acknowledged;
  private boolean request;
  private boolean answer;
  private boolean reset;
  private boolean closedByServer;
  private boolean closedByClient;
  private boolean prohibited;

  void fromClient(Packet packet) {
    if (packet.has('S') && Double.isNaN(start)) {
      start = packet.seconds();
    }
    acknowledged |= !packet.has('S') && synAcks > 0;
    request |= packet.length() > 0;
    closedByClient |= (packet.has('R') || packet.has('F')) && !closedByServer;
  }

  void fromServer(Packet packet) {
    synAcks += packet.has('S') ? 1 : 0;
    answer |= packet.length() > 0;
    reset |= packet.has('R') && synAcks == 0;
    closedByServer |= (packet.has('R') || packet.has('F')) && !closedByClient;
  }

  void prohibited() {
    prohibited = true;
  }

  boolean begun() {
    return !Double.isNaN(start);
  }

  double start() {
    return start;
  }

  /** Nothing when the capture does not show the end of it. */
  Optional<CapturedExchange> exchange(double captureEnd) {
    if (!begun()) {
      return Optional.empty();
    }
    if (answer) {
      return Optional.of(CapturedExchange.ANSWERED);
    }
    if (synAcks > 0) {
      return connected(captureEnd);
    }
    if (reset) {
      return Optional.of(CapturedExchange.SYN_RESET);
    }
    if (prohibited) {
      return Optional.of(CapturedExchange.SYN_PROHIBITED);
    }
    return captureEnd - start >= 1
        ? Optional.of(CapturedExchange.SYN_UNANSWERED)
        : Optional.empty();
  }

  /** A check that only connects ends here, with RST or FIN of the check source. */
  private Optional<CapturedExchange> connected(double captureEnd) {
    if (!acknowledged) {
      return synAcks > 1 ? Optional.of(CapturedExchange.SYN_ACK_REPEATED) : Optional.empty();
    }
    if (closedByServer) {
      return Optional.of(CapturedExchange.CLOSED_AT_ONCE);
    }
    if (!request) {
      return closedByClient ? Optional.of(CapturedExchange.ANSWERED) : Optional.empty();
    }
    return closedByClient || captureEnd - start >= 10
        ? Optional.of(CapturedExchange.REQUEST_UNANSWERED)
        : Optional.empty();
  }
}
