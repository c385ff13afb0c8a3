package clbdoctor.collect.probe;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.fact.ProbeOutcome;
import java.util.Locale;
import java.util.Optional;

/** Puts a probe among the findings, or says why it proves nothing. */
final class ProbeReport {
  private ProbeReport() {}

  static void add(Findings findings, Block block, Line line, String target, ProbeBuilder probe) {
    Standpoint standpoint = Standpoint.of(target, block);
    standpoint
        .vantage()
        .ifPresentOrElse(
            from -> findings.fact(line, probe.build(from)),
            () -> findings.unread(line, standpoint.doubt()));
  }

  /** The outcome that the words of an operating system's error stand for, if they do. */
  static Optional<ProbeOutcome> outcome(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    if (words.contains("refused")) {
      return Optional.of(ProbeOutcome.REFUSED);
    }
    if (words.contains("timed out") || words.contains("timeout")) {
      return Optional.of(ProbeOutcome.TIMED_OUT);
    }
    return words.contains("no route to host") || words.contains("unreachable")
        ? Optional.of(ProbeOutcome.UNREACHABLE)
        : Optional.empty();
  }
}
