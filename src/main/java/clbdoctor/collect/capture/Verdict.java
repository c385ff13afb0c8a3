package clbdoctor.collect.capture;

import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.UnreadLine;
import clbdoctor.fact.CapturedExchange;
import java.util.List;
import java.util.Optional;

/** What a capture shows, or why it shows nothing. */
record Verdict(Optional<CapturedExchange> exchange, String reason) {

  static Verdict unknown(String reason) {
    return new Verdict(Optional.empty(), reason);
  }

  /** A capture that proves nothing is not read, though each of its lines is understood. */
  static ReadOutput doubt(Line line, String reason) {
    UnreadLine unread = new UnreadLine(line.number(), line.text(), reason);
    return new ReadOutput(List.of(), List.of(), List.of(unread), List.of());
  }
}
