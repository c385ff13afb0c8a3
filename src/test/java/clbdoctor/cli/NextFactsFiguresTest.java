package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many parts of the situation must be looked at until the cause is confirmed: of every sample
 * with one confirmed cause, and of every other cause the case with the most facts that confirms it
 * alone. Only the settings are known at first; then the other sections are revealed one at a time,
 * in the order that the program proposes, that the troubleshooting document follows, or at random.
 */
class NextFactsFiguresTest {
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());
  private static final int RANDOM_ORDERS = 20;
  private static final int FEWEST_CAUSES = 75;

  /** The facts of a report whose only cause is confirmed. */
  private record Fault(String causeId, Facts facts) {}

  private static final Set<Subject> KNOWN_AT_FIRST =
      EnumSet.of(
          Subject.PLATFORM,
          Subject.BACK_END,
          Subject.LISTENER,
          Subject.HEALTH_CHECK,
          Subject.TARGET_STATE,
          Subject.LOAD_BALANCER);

  /** Paragraphs 4.1, 4.2 and 7.1, 7.2, 7.3, 7.5, 7.6; then what the document does not speak of. */
  private static final List<Subject> DOCUMENT =
      List.of(
          Subject.FIREWALL,
          Subject.SOCKETS,
          Subject.SERVICE,
          Subject.PROBES,
          Subject.SECURITY_SOFTWARE,
          Subject.TEST_FILE,
          Subject.LOAD,
          Subject.MEMORY,
          Subject.DISK_ACTIVITY);

  @Test
  void theProposedOrderNeedsFewerLooksOverSamples() {
    compare("samples", samples());
  }

  @Tag("generated")
  @Test
  void theProposedOrderNeedsFewerLooksOverAllCauses() {
    List<Fault> faults = new ArrayList<>(samples());
    Set<String> causes = faults.stream().map(Fault::causeId).collect(Collectors.toSet());
    cases()
        .forEach(
            (cause, fault) -> {
              if (causes.add(cause)) {
                faults.add(fault);
              }
            });
    System.out.printf("%d causes%n", causes.size());
    compare("samples and cases", faults);
    assertTrue(causes.size() >= FEWEST_CAUSES, "too few causes");
  }

  private static void compare(String name, List<Fault> faults) {
    double proposed = mean(faults, NextFactsFiguresTest::byProposal);
    double document = mean(faults, fault -> looks(fault, documentOrder(fault)));
    double random = mean(faults, NextFactsFiguresTest::byChance);
    System.out.printf(
        "mean looks until confirmed, %d %s: proposed %.2f, document %.2f, random %.2f%n",
        faults.size(), name, proposed, document, random);
    assertTrue(proposed < document && proposed < random);
  }

  private static double mean(List<Fault> faults, ToDoubleFunction<Fault> looks) {
    return faults.stream().mapToDouble(looks).average().orElseThrow();
  }

  private static List<Fault> samples() {
    return Samples.all().stream()
        .filter(sample -> !sample.file().contains("reports"))
        .flatMap(
            s -> confirmed(s.expect().orElseThrow()).map(id -> new Fault(id, s.facts())).stream())
        .filter(fault -> !hidden(fault).isEmpty())
        .toList();
  }

  /** Of each cause the case that looks at the most. */
  private static Map<String, Fault> cases() {
    return DOCTOR.cases().stream()
        .filter(one -> confirmed(one.expect()).equals(Optional.of(one.causeId())))
        .map(one -> new Fault(one.causeId(), one.given()))
        .filter(fault -> !hidden(fault).isEmpty())
        .collect(
            Collectors.toMap(
                Fault::causeId,
                fault -> fault,
                BinaryOperator.maxBy(Comparator.comparing(fault -> hidden(fault).size())),
                TreeMap::new));
  }

  private static Optional<String> confirmed(Map<String, Certainty> expect) {
    return expect.size() == 1 && expect.containsValue(Certainty.CONFIRMED)
        ? expect.keySet().stream().findFirst()
        : Optional.empty();
  }

  private static int byProposal(Fault fault) {
    Set<Subject> revealed = EnumSet.copyOf(KNOWN_AT_FIRST);
    List<Subject> hidden = hidden(fault);
    int looks = 0;
    while (!solved(fault, revealed) && looks < hidden(fault).size()) {
      Subject next =
          diagnosis(fault, revealed).nextFacts().stream()
              .map(n -> n.observation().subject())
              .filter(hidden::contains)
              .findFirst()
              .orElse(hidden.get(0));
      hidden.remove(next);
      revealed.add(next);
      looks++;
    }
    return looks;
  }

  private static int looks(Fault fault, List<Subject> order) {
    Set<Subject> revealed = EnumSet.copyOf(KNOWN_AT_FIRST);
    int looks = 0;
    while (!solved(fault, revealed) && looks < order.size()) {
      revealed.add(order.get(looks++));
    }
    return looks;
  }

  private static double byChance(Fault fault) {
    Random random = new Random(5);
    double sum = 0;
    for (int i = 0; i < RANDOM_ORDERS; i++) {
      List<Subject> order = hidden(fault);
      Collections.shuffle(order, random);
      sum += looks(fault, order);
    }
    return sum / RANDOM_ORDERS;
  }

  private static List<Subject> documentOrder(Fault fault) {
    List<Subject> hidden = hidden(fault);
    List<Subject> order = new ArrayList<>(DOCUMENT);
    order.retainAll(hidden);
    hidden.removeAll(order);
    order.addAll(hidden);
    return order;
  }

  private static List<Subject> hidden(Fault fault) {
    return fault
        .facts()
        .of(Surveyed.class)
        .map(Surveyed::subject)
        .filter(subject -> !KNOWN_AT_FIRST.contains(subject))
        .sorted()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean solved(Fault fault, Set<Subject> revealed) {
    return diagnosis(fault, revealed).causes().stream()
        .anyMatch(
            cause ->
                cause.certainty() == Certainty.CONFIRMED
                    && cause.page().id().equals(fault.causeId()));
  }

  private static Diagnosis diagnosis(Fault fault, Set<Subject> revealed) {
    Facts.Builder known = new Facts.Builder();
    for (Fact fact : fault.facts().all()) {
      Optional<Subject> subject =
          fact instanceof Surveyed s ? Optional.of(s.subject()) : Subject.ofType(fact.getClass());
      if (subject.map(revealed::contains).orElse(false)) {
        known.add(fact, fault.facts().source(fact));
      }
    }
    return DOCTOR.diagnose("", known.build());
  }
}
