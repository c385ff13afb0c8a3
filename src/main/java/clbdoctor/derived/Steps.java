package clbdoctor.derived;

import static clbdoctor.fact.Step.ANSWER_IN_TIME;
import static clbdoctor.fact.Step.CONNECTION_ACCEPTED;
import static clbdoctor.fact.Step.FIREWALL_PASSED;
import static clbdoctor.fact.Step.PING_ANSWERED;
import static clbdoctor.fact.Step.REPLY_DELIVERED;
import static clbdoctor.fact.Step.REQUEST_ANSWERED;
import static clbdoctor.fact.Step.SERVER_REACHED;
import static clbdoctor.fact.Step.STATUS_ACCEPTED;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AnswerTime;
import clbdoctor.fact.Capture;
import clbdoctor.fact.Fact;
import clbdoctor.fact.HttpAnswer;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Step;
import clbdoctor.fact.StepPassed;
import clbdoctor.fact.Vantage;
import java.util.List;

/**
 * How far the check is proven to get. A probe from the server to itself travels over lo: it proves
 * that a program accepts connections, and nothing about the packet filter or the network.
 */
final class Steps {
  static final List<Step> HANDSHAKE =
      List.of(SERVER_REACHED, FIREWALL_PASSED, CONNECTION_ACCEPTED, REPLY_DELIVERED);

  private Steps() {}

  static void derive(Situation situation, Conclusions conclusions) {
    for (Probe probe : situation.probes()) {
      add(byProbe(probe), probe.from(), probe, conclusions);
    }
    for (Capture capture : situation.facts().list(Capture.class)) {
      add(byCapture(capture), Vantage.CHECK_SOURCE, capture, conclusions);
    }
    for (LogLine line : situation.facts().list(LogLine.class)) {
      if (line.log() == LogKind.ACCESS && line.writtenForCheck()) {
        add(HANDSHAKE, Vantage.CHECK_SOURCE, line, conclusions);
      }
    }
    for (HttpAnswer answer : situation.facts().list(HttpAnswer.class)) {
      if (answer.sameRequest()) {
        add(byAnswer(answer), answer.from(), answer, conclusions);
      }
    }
    for (AnswerTime time : situation.facts().list(AnswerTime.class)) {
      if (time.checkPath() && !time.late()) {
        add(List.of(ANSWER_IN_TIME), time.from(), time, conclusions);
      }
    }
  }

  private static void add(List<Step> steps, Vantage from, Fact premise, Conclusions conclusions) {
    for (Step step : steps) {
      conclusions.add(new StepPassed(step, from), premise);
    }
  }

  private static List<Step> byProbe(Probe probe) {
    if (probe.method() == ProbeMethod.PING) {
      return probe.outcome() == ProbeOutcome.ANSWERED ? List.of(PING_ANSWERED) : List.of();
    }
    if (!probe.connected() || probe.from() == Vantage.SERVER_TO_LOOPBACK) {
      return List.of();
    }
    return probe.from() == Vantage.CHECK_SOURCE ? HANDSHAKE : List.of(CONNECTION_ACCEPTED);
  }

  private static List<Step> byCapture(Capture capture) {
    return switch (capture.exchange()) {
      case NOTHING_ARRIVES -> List.of();
      case SYN_UNANSWERED, SYN_RESET, SYN_PROHIBITED -> List.of(SERVER_REACHED);
      case SYN_ACK_REPEATED -> List.of(SERVER_REACHED, FIREWALL_PASSED, CONNECTION_ACCEPTED);
      case REQUEST_UNANSWERED, CLOSED_AT_ONCE, ANSWERED -> HANDSHAKE;
    };
  }

  private static List<Step> byAnswer(HttpAnswer answer) {
    return answer.accepted()
        ? List.of(REQUEST_ANSWERED, STATUS_ACCEPTED)
        : List.of(REQUEST_ANSWERED);
  }
}
