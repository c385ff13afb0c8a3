package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Acceptance;
import clbdoctor.fact.AnswerTime;
import clbdoctor.fact.CloudProvider;
import clbdoctor.fact.Fact;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HttpAnswer;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.RequestPart;
import clbdoctor.fact.TargetState;
import clbdoctor.fact.Vantage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an HTTP answer is worth to the health check: its status, its request, its time. */
final class Answers {
  private static final String STATUS_MISMATCH = "target.responsecodemismatch";

  /** {@code Health checks failed with these codes: [404]}. */
  private static final Pattern CODE = Pattern.compile("\\[(\\d{3})\\]");

  private Answers() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.probes().forEach(probe -> ofProbe(situation, probe, conclusions));
    situation.facts().list(LogLine.class).forEach(l -> ofLogLine(situation, l, conclusions));
    situation.facts().list(TargetState.class).forEach(state -> ofReason(state, conclusions));
  }

  private static void ofProbe(Situation situation, Probe probe, Conclusions conclusions) {
    if (!asksForAnAnswer(probe)) {
      return;
    }
    Set<RequestPart> differences = situation.differences(probe);
    List<Fact> premises = premises(situation, probe);
    probe
        .status()
        .ifPresent(
            status ->
                conclusions.add(
                    new HttpAnswer(
                        status, probe.from(), acceptance(situation, status), differences),
                    premises));
    Optional<Integer> timeout = situation.check().flatMap(HealthCheck::timeoutSeconds);
    if (probe.outcome() == ProbeOutcome.ANSWERED
        && timeout.isPresent()
        && probe.latencyMillis().isPresent()) {
      conclusions.add(
          new AnswerTime(
              probe.latencyMillis().get(),
              timeout.get() * 1000,
              differences.isEmpty(),
              probe.from()),
          premises);
    }
  }

  private static void ofLogLine(Situation situation, LogLine line, Conclusions conclusions) {
    if (line.log() != LogKind.ACCESS || !line.writtenForCheck() || line.clientGaveUp()) {
      return;
    }
    line.status()
        .ifPresent(
            status ->
                conclusions.add(
                    new HttpAnswer(
                        status, Vantage.CHECK_SOURCE, acceptance(situation, status), Set.of()),
                    premises(situation, line)));
  }

  /**
   * Answers to the check's own request that fail it. Where the check source gets nothing but
   * accepted ones, a server that turns others away fails no check.
   */
  static Stream<HttpAnswer> notAccepted(Situation situation) {
    List<HttpAnswer> own = situation.facts().list(HttpAnswer.class, HttpAnswer::sameRequest);
    List<HttpAnswer> atSource =
        own.stream().filter(answer -> answer.from() == Vantage.CHECK_SOURCE).toList();
    boolean accepted = !atSource.isEmpty() && atSource.stream().allMatch(HttpAnswer::accepted);
    return own.stream().filter(answer -> !answer.accepted() && !accepted);
  }

  /** Behind the reason AWS tells the code, when all failed checks got the same. */
  private static void ofReason(TargetState state, Conclusions conclusions) {
    state
        .reasonCode()
        .filter(Answers::statusMismatch)
        .map(CODE::matcher)
        .filter(Matcher::find)
        .map(found -> Integer.parseInt(found.group(1)))
        .ifPresent(
            status ->
                conclusions.add(
                    new HttpAnswer(status, Vantage.CHECK_SOURCE, Acceptance.NOT_ACCEPTED, Set.of()),
                    state));
  }

  static boolean statusMismatch(String reason) {
    return reason.strip().toLowerCase(Locale.ROOT).startsWith(STATUS_MISMATCH);
  }

  private static boolean asksForAnAnswer(Probe probe) {
    return probe.method() == ProbeMethod.HTTP || probe.method() == ProbeMethod.HTTPS;
  }

  private static List<Fact> premises(Situation situation, Fact seen) {
    List<Fact> premises = new ArrayList<>(List.of(seen));
    situation.check().ifPresent(premises::add);
    return premises;
  }

  /** Every vendor's default accepts 200; for other codes the configured set must be known. */
  private static Acceptance acceptance(Situation situation, int status) {
    return situation
        .check()
        .flatMap(HealthCheck::acceptedStatus)
        .map(set -> set.accepts(status) ? Acceptance.ACCEPTED : Acceptance.NOT_ACCEPTED)
        .orElseGet(() -> byDefault(situation, status));
  }

  private static Acceptance byDefault(Situation situation, int status) {
    if (status == 200) {
      return Acceptance.ACCEPTED;
    }
    return blamedForStatus(situation) || refusedByDefault(situation, status)
        ? Acceptance.NOT_ACCEPTED
        : Acceptance.UNKNOWN;
  }

  /** Tencent's API accepts every status when nobody sets any; no other vendor accepts an error. */
  private static boolean refusedByDefault(Situation situation, int status) {
    Optional<CloudProvider> provider = situation.provider();
    return status >= 400
        && provider.isPresent()
        && provider.get() != CloudProvider.TENCENT
        && !(provider.get() == CloudProvider.HUAWEI && status == 401);
  }

  /** Some load balancers say themselves that the status is what they do not accept. */
  private static boolean blamedForStatus(Situation situation) {
    return situation
        .facts()
        .any(
            TargetState.class,
            target -> target.reasonCode().filter(Answers::statusMismatch).isPresent());
  }
}
