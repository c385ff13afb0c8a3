package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AnswerTime;
import clbdoctor.fact.Capture;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.GrpcAnswer;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.LoopbackTest;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Platform;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.Symptom;
import clbdoctor.fact.SymptomKind;
import clbdoctor.fact.Vantage;
import java.util.Optional;

/**
 * How the check fails. A probe counts only so far as the check would fail in the same way: a SYN
 * check does not care about a status, and a probe to loopback says nothing about the private
 * address.
 */
final class Symptoms {
  private Symptoms() {}

  static void derive(Situation situation, Conclusions conclusions) {
    for (Probe probe : situation.probes()) {
      if (probe.from() != Vantage.SERVER_TO_LOOPBACK) {
        ofProbe(situation, probe)
            .ifPresent(kind -> conclusions.add(symptom(situation, kind, probe.from()), probe));
      }
    }
    for (Capture capture : situation.facts().list(Capture.class)) {
      ofCapture(situation, capture, conclusions);
    }
    if (situation.mayCheckBy(CheckMethod.HTTP, CheckMethod.HTTPS)) {
      ofAnswers(situation, conclusions);
    }
    for (GrpcAnswer answer : situation.facts().list(GrpcAnswer.class)) {
      if (!answer.accepted()) {
        conclusions.add(new Symptom(SymptomKind.STATUS, answer.from()), answer);
      }
    }
  }

  static Symptom symptom(Situation situation, SymptomKind kind, Vantage from) {
    boolean suppressed =
        kind == SymptomKind.TIMED_OUT && from != Vantage.SERVER_TO_PRIVATE && onWindows(situation);
    boolean likeClosedPort =
        (suppressed || kind == SymptomKind.REFUSED) && !connectsToItself(situation);
    boolean onLoopbackToo =
        kind == SymptomKind.TIMED_OUT
            && situation.facts().any(LoopbackTest.class, LoopbackTest::timedOut);
    return new Symptom(kind, from, likeClosedPort, onLoopbackToo);
  }

  private static boolean onWindows(Situation situation) {
    return situation
        .facts()
        .any(Platform.class, platform -> platform.os() == OperatingSystem.WINDOWS);
  }

  private static boolean connectsToItself(Situation situation) {
    return situation.probes().stream().anyMatch(probe -> !probe.fromOutside() && probe.connected());
  }

  private static Optional<SymptomKind> ofProbe(Situation situation, Probe probe) {
    boolean answerAsked =
        situation.mayCheckBy(
                CheckMethod.HTTP, CheckMethod.HTTPS, CheckMethod.GRPC, CheckMethod.CUSTOM)
            ? asksAsTheCheck(situation, probe)
            : situation.mayCheckBy(CheckMethod.TLS) && probe.method() == ProbeMethod.TLS;
    boolean pinged = situation.mayCheckBy(CheckMethod.PING, CheckMethod.UDP_PORT);
    boolean tcpChecked =
        !situation.mayCheckBy(CheckMethod.PING, CheckMethod.UDP_PORT)
            || situation.check().isEmpty();
    SymptomKind kind =
        switch (probe.outcome()) {
          case ANSWERED, CONNECTED, NOT_CONNECTED -> null;
          case REFUSED -> tcpChecked ? SymptomKind.REFUSED : null;
          case TIMED_OUT -> timedOut(probe, tcpChecked, pinged);
          case UNREACHABLE -> SymptomKind.UNREACHABLE;
          case PROHIBITED -> SymptomKind.PROHIBITED;
          case PORT_UNREACHABLE ->
              situation.mayCheckBy(CheckMethod.UDP_PORT) ? SymptomKind.PORT_UNREACHABLE : null;
          case CONNECTED_SILENT -> answerAsked ? SymptomKind.SILENT : null;
          case CLOSED_AT_ONCE -> answerAsked ? SymptomKind.CLOSED_AT_ONCE : null;
          case TLS_FAILED -> tlsAsked(situation) ? SymptomKind.TLS : null;
          case MALFORMED -> answerAsked ? SymptomKind.MALFORMED : null;
        };
    return Optional.ofNullable(kind);
  }

  /** A request with another path, Host or scheme may meet another fate than the check's. */
  private static boolean asksAsTheCheck(Situation situation, Probe probe) {
    boolean request = probe.method() == ProbeMethod.HTTP || probe.method() == ProbeMethod.HTTPS;
    return request
        ? situation.differences(probe).isEmpty()
        : probe.method() != ProbeMethod.TLS || tlsAsked(situation);
  }

  private static boolean tlsAsked(Situation situation) {
    return situation.mayCheckBy(CheckMethod.HTTPS, CheckMethod.TLS, CheckMethod.GRPC);
  }

  /** Silence to a datagram is what a healthy UDP service may well give. */
  private static SymptomKind timedOut(Probe probe, boolean tcpChecked, boolean pinged) {
    if (probe.method() == ProbeMethod.PING) {
      return pinged ? SymptomKind.PING_UNANSWERED : null;
    }
    return probe.method() != ProbeMethod.UDP && tcpChecked ? SymptomKind.TIMED_OUT : null;
  }

  private static void ofCapture(Situation situation, Capture capture, Conclusions conclusions) {
    SymptomKind kind =
        switch (capture.exchange()) {
          case NOTHING_ARRIVES, SYN_UNANSWERED, SYN_ACK_REPEATED -> SymptomKind.TIMED_OUT;
          case SYN_RESET -> SymptomKind.REFUSED;
          case SYN_PROHIBITED -> SymptomKind.PROHIBITED;
          case REQUEST_UNANSWERED -> SymptomKind.SILENT;
          case CLOSED_AT_ONCE -> SymptomKind.CLOSED_AT_ONCE;
          case ANSWERED -> null;
        };
    if (kind != null) {
      conclusions.add(symptom(situation, kind, Vantage.CHECK_SOURCE), capture);
    }
  }

  private static void ofAnswers(Situation situation, Conclusions conclusions) {
    Answers.notAccepted(situation)
        .forEach(a -> conclusions.add(new Symptom(SymptomKind.STATUS, a.from()), a));
    for (AnswerTime time : situation.facts().list(AnswerTime.class)) {
      if (time.checkPath() && time.late()) {
        conclusions.add(new Symptom(SymptomKind.SLOW, time.from()), time);
      }
    }
    for (LogLine line : situation.facts().list(LogLine.class)) {
      if (line.log() == LogKind.ACCESS && line.writtenForCheck() && line.clientGaveUp()) {
        conclusions.add(new Symptom(SymptomKind.SLOW, Vantage.CHECK_SOURCE), line);
      }
    }
  }
}
