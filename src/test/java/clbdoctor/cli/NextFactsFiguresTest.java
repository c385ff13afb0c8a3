package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.yaml.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How many parts of the situation must be looked at until the cause is confirmed. Of every sample
 * with one confirmed cause only the settings are known at first; then its other sections are
 * revealed one at a time, in the order that the program proposes, that the troubleshooting document
 * follows, or at random.
 */
class NextFactsFiguresTest {
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());
  private static final int RANDOM_ORDERS = 20;

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
  void theProposedOrderNeedsFewerLooksThanTheDocumentsOrder() {
    List<Report> samples = samples();
    double proposed = samples.stream().mapToInt(this::byProposal).average().orElseThrow();
    double document =
        samples.stream().mapToInt(s -> looks(s, documentOrder(s))).average().orElseThrow();
    double random =
        samples.stream().mapToDouble(NextFactsFiguresTest::byChance).average().orElseThrow();
    System.out.printf(
        "mean looks until confirmed, %d samples: proposed %.2f, document %.2f, random %.2f%n",
        samples.size(), proposed, document, random);
    assertTrue(proposed <= document && proposed <= random);
  }

  private static List<Report> samples() {
    return Samples.all().stream()
        .filter(sample -> !sample.file().contains("reports"))
        .filter(sample -> confirmed(sample).isPresent())
        .filter(sample -> !hidden(sample).isEmpty())
        .toList();
  }

  private static Optional<String> confirmed(Report sample) {
    Map<String, Certainty> expect = sample.expect().orElseThrow();
    return expect.size() == 1 && expect.containsValue(Certainty.CONFIRMED)
        ? expect.keySet().stream().findFirst()
        : Optional.empty();
  }

  private int byProposal(Report sample) {
    Set<Subject> revealed = EnumSet.copyOf(KNOWN_AT_FIRST);
    List<Subject> hidden = hidden(sample);
    int looks = 0;
    while (!solved(sample, revealed) && looks < hidden(sample).size()) {
      Subject next =
          diagnosis(sample, revealed).nextFacts().stream()
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

  private static int looks(Report sample, List<Subject> order) {
    Set<Subject> revealed = EnumSet.copyOf(KNOWN_AT_FIRST);
    int looks = 0;
    while (!solved(sample, revealed) && looks < order.size()) {
      revealed.add(order.get(looks++));
    }
    return looks;
  }

  private static double byChance(Report sample) {
    Random random = new Random(5);
    double sum = 0;
    for (int i = 0; i < RANDOM_ORDERS; i++) {
      List<Subject> order = hidden(sample);
      Collections.shuffle(order, random);
      sum += looks(sample, order);
    }
    return sum / RANDOM_ORDERS;
  }

  private static List<Subject> documentOrder(Report sample) {
    List<Subject> hidden = hidden(sample);
    List<Subject> order = new ArrayList<>(DOCUMENT);
    order.retainAll(hidden);
    hidden.removeAll(order);
    order.addAll(hidden);
    return order;
  }

  private static List<Subject> hidden(Report sample) {
    return sample
        .facts()
        .of(Surveyed.class)
        .map(Surveyed::subject)
        .filter(subject -> !KNOWN_AT_FIRST.contains(subject))
        .sorted()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean solved(Report sample, Set<Subject> revealed) {
    return diagnosis(sample, revealed).causes().stream()
        .anyMatch(
            cause ->
                cause.certainty() == Certainty.CONFIRMED
                    && cause.page().id().equals(confirmed(sample).orElseThrow()));
  }

  private static Diagnosis diagnosis(Report sample, Set<Subject> revealed) {
    Facts.Builder known = new Facts.Builder();
    for (Fact fact : sample.facts().all()) {
      Optional<Subject> subject =
          fact instanceof Surveyed s ? Optional.of(s.subject()) : Subject.ofType(fact.getClass());
      if (subject.map(revealed::contains).orElse(false)) {
        known.add(fact, sample.facts().source(fact));
      }
    }
    return DOCTOR.diagnose("", known.build());
  }
}
