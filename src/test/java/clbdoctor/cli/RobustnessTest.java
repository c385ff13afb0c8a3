package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.RuleCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What must hold whatever facts are known; on generated reports with fixed seeds. */
@Tag("generated")
class RobustnessTest {
  private static final int REPORTS = 10_000;

  /**
   * Of a service that ended by itself it is also true that nobody listens; of a check that passes
   * although the program is stopped, that the program hangs.
   */
  private static final Map<String, String> COARSER =
      Map.of("service-crashed", "no-listener", "false-healthy", "service-hung");

  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());

  @Test
  void aHealthyServerHasNoCause() {
    HealthyReports healthy = new HealthyReports(1);
    for (int i = 0; i < REPORTS; i++) {
      Facts facts = healthy.next();
      Map<String, Certainty> named = RuleTests.named(DOCTOR.diagnose("", facts));
      assertEquals(Map.of(), named, () -> sentences(facts));
    }
  }

  /** Fewer facts may make the answer weaker, never another confirmed cause. */
  @Test
  void withoutSomeFactsNoOtherCauseIsConfirmed() {
    Random random = new Random(2);
    List<Facts> solved = solved();
    for (int i = 0; i < REPORTS; i++) {
      Facts facts = solved.get(i % solved.size());
      Set<String> confirmed = confirmed(facts);
      Facts fewer = without(facts, random);
      Set<String> now = confirmed(fewer);
      now.removeAll(confirmed);
      confirmed.forEach(id -> now.remove(COARSER.get(id)));
      assertEquals(Set.of(), now, () -> sentences(fewer) + "\nof\n" + sentences(facts));
    }
  }

  @Test
  void factsThatDoNotConcernThePortChangeNothing() {
    Random random = new Random(3);
    List<Facts> solved = solved();
    List<Facts> clutter = clutter();
    for (int i = 0; i < REPORTS; i++) {
      Facts facts = solved.get(i % solved.size());
      Set<Subject> known = surveyed(facts);
      Facts.Builder more = new Facts.Builder().addAll(facts);
      Facts added = clutter.get(random.nextInt(clutter.size()));
      if (known.containsAll(surveyed(added))) {
        added.all().stream()
            .filter(fact -> !(fact instanceof Surveyed))
            .forEach(fact -> more.add(fact, added.source(fact)));
        Facts both = more.build();
        assertEquals(new TreeMap<>(named(facts)), named(both), () -> sentences(both));
      }
    }
  }

  /**
   * More facts, from another report, take the certainty from a cause only if they contradict it:
   * they rule it out, they speak for another cause, or they show the check fail where the report
   * showed it pass. Now and then they leave room for a reason behind the cause, as a full disk does
   * behind a full queue; then it stays likely.
   */
  @Test
  void withMoreFactsNoCauseIsLostUnlessTheyContradictIt() {
    Random random = new Random(4);
    List<Facts> solved = solved();
    List<Facts> others =
        Stream.concat(DOCTOR.cases().stream().map(RuleCase::given), Samples.facts()).toList();
    int contradicted = 0;
    int doubted = 0;
    for (int i = 0; i < REPORTS; i++) {
      Facts facts = solved.get(i % solved.size());
      Addition addition = new Addition(DOCTOR, facts, more(facts, others, random));
      contradicted += addition.contradicted().size();
      doubted += addition.doubted().size();
      assertEquals(Set.of(), addition.lost(), addition::toString);
    }
    System.out.printf(
        "%d additions: %d contradict, %d leave a doubt%n", REPORTS, contradicted, doubted);
    assertTrue(contradicted < REPORTS / 10, "few facts of other reports contradict a cause");
    assertTrue(doubted < REPORTS / 200, "hardly a fact leaves a doubt and no contradiction");
  }

  private static Facts more(Facts facts, List<Facts> others, Random random) {
    Optional<Facts> more = Optional.empty();
    while (more.isEmpty()) {
      more = Additions.to(facts, others.get(random.nextInt(others.size())), random);
    }
    return more.get();
  }

  private static List<Facts> clutter() {
    return Stream.of(
            "sockets: [ { protocol: TCP, address: 0.0.0.0, port: 2222, process: sshd } ]",
            "sockets: [ { protocol: UDP, address: 127.0.0.53, port: 53, process: systemd-resolve } ]",
            "sysctls: [ { name: kernel.panic, value: \"0\" } ]",
            "counters: [ { name: IpInReceives, first: 10, second: 20 } ]",
            "probes: [ { from: PEER, method: CONNECT, outcome: CONNECTED, port: 2222 } ]",
            "logs: [ { log: ACCESS, text: GET /other 404, status: 404, ofCheck: false } ]",
            "securitySoftware: [ { product: fail2ban, bannedSources: [203.0.113.200] } ]")
        .map(clbdoctor.GivenFacts::of)
        .toList();
  }

  /** A variant of a case may turn on the very fact that is taken away, so it is left out. */
  private static List<Facts> solved() {
    return Stream.concat(
            DOCTOR.cases().stream()
                .filter(one -> !one.variant())
                .filter(one -> one.expect().containsValue(Certainty.CONFIRMED))
                .map(RuleCase::given),
            Samples.all().stream()
                .filter(s -> s.expect().orElseThrow().containsValue(Certainty.CONFIRMED))
                .map(Report::facts))
        .toList();
  }

  /** Takes away whole sections, or entries of lists; a list with a gap is no longer a full look. */
  private static Facts without(Facts facts, Random random) {
    Set<Subject> gone = EnumSet.noneOf(Subject.class);
    List<Fact> kept = new ArrayList<>();
    int share = 2 + random.nextInt(4);
    for (Fact fact : facts.all()) {
      if (fact instanceof Surveyed || random.nextInt(share) > 0) {
        kept.add(fact);
      } else {
        Subject.ofType(fact.getClass()).ifPresent(gone::add);
      }
    }
    Facts.Builder fewer = new Facts.Builder();
    kept.stream()
        .filter(fact -> !(fact instanceof Surveyed s && gone.contains(s.subject())))
        .forEach(fact -> fewer.add(fact, facts.source(fact)));
    return fewer.build();
  }

  private static Set<Subject> surveyed(Facts facts) {
    return facts.of(Surveyed.class).map(Surveyed::subject).collect(Collectors.toSet());
  }

  private static Map<String, Certainty> named(Facts facts) {
    return RuleTests.named(DOCTOR.diagnose("", facts));
  }

  private static Set<String> confirmed(Facts facts) {
    return named(facts).entrySet().stream()
        .filter(entry -> entry.getValue() == Certainty.CONFIRMED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static String sentences(Facts facts) {
    return facts.all().stream().map(Fact::toString).collect(Collectors.joining("\n"));
  }
}
