package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Judge.Weighed;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Subject;
import clbdoctor.yaml.RuleCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two faults at once: for each cause the first case that confirms it and nothing else, with that of
 * every other cause. Both are named, in the order of the check's way, and no third is confirmed.
 */
@Tag("generated")
class SeveralFaultsTest {
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());

  /** Pairs of which one fault takes the ground from the other's proof, and why. */
  private static final Map<String, String> NOT_BOTH =
      Map.of(
          "accept-queue-overflow memory-exhausted",
          "what kills the program may as well keep it from accepting",
          "accept-queue-overflow process-limit-reached",
          "connections also wait where no process can be started for them",
          "container-publish-broken hidden-packet-filter",
          "the filter judges packets to the server's own programs, not those to a container",
          "container-publish-broken windows-firewall-blocks",
          "the filter judges packets to the server's own programs, not those to a container");

  @Test
  void bothFaultsAreNamedAndNoThird() {
    List<Map.Entry<String, Facts>> faults = List.copyOf(faults().entrySet());
    List<String> wrong = new ArrayList<>();
    int both = 0;
    for (int i = 0; i < faults.size(); i++) {
      for (int j = i + 1; j < faults.size(); j++) {
        Set<String> pair = Set.of(faults.get(i).getKey(), faults.get(j).getKey());
        String name = faults.get(i).getKey() + " " + faults.get(j).getKey();
        Optional<Weighed> answer = together(faults.get(i), faults.get(j));
        if (answer.isEmpty()
            || pair.stream().anyMatch(c -> Additions.saidAgainst(answer.get(), c))) {
          continue;
        }
        if (Additions.named(answer.get(), Certainty.CONFIRMED).equals(pair)
            && inOrder(answer.get())) {
          both++;
        } else if (!NOT_BOTH.containsKey(name)) {
          wrong.add(name + " -> " + answer.get().causes());
        }
      }
    }
    System.out.printf("%d causes, %d pairs with both named%n", faults.size(), both);
    assertEquals(List.of(), wrong);
    assertTrue(both > 1000, "too few pairs fit together");
  }

  private static Map<String, Facts> faults() {
    Map<String, Facts> faults = new TreeMap<>();
    DOCTOR.cases().stream()
        .filter(one -> named(one).equals(Map.of(one.causeId(), Certainty.CONFIRMED)))
        .forEach(one -> faults.putIfAbsent(one.causeId(), one.given()));
    return faults;
  }

  private static Map<String, Certainty> named(RuleCase one) {
    return RuleTests.named(DOCTOR.diagnose("", one.given()));
  }

  /** Empty when a section says one thing here and another there, or the settings ask otherwise. */
  private static Optional<Weighed> together(
      Map.Entry<String, Facts> one, Map.Entry<String, Facts> other) {
    Set<Subject> known = Additions.sections(one.getValue());
    Set<Subject> added = Additions.sections(other.getValue());
    boolean clash =
        added.stream()
            .filter(known::contains)
            .anyMatch(s -> !section(one.getValue(), s).equals(section(other.getValue(), s)));
    if (clash || !asksTheSame(one, other.getValue()) || !asksTheSame(other, one.getValue())) {
      return Optional.empty();
    }
    added.removeAll(known);
    return Optional.of(
        Additions.weigh(DOCTOR, Additions.with(one.getValue(), other.getValue(), added)));
  }

  /** Whether the fault is confirmed by the other's settings, too, and no other one. */
  private static boolean asksTheSame(Map.Entry<String, Facts> fault, Facts other) {
    Set<Subject> settings = EnumSet.copyOf(Additions.SETTINGS);
    settings.retainAll(Additions.sections(other));
    settings.removeAll(Additions.sections(fault.getValue()));
    Weighed answer = Additions.weigh(DOCTOR, Additions.with(fault.getValue(), other, settings));
    return Additions.named(answer, Certainty.CONFIRMED).equals(Set.of(fault.getKey()));
  }

  private static List<Fact> section(Facts facts, Subject section) {
    return facts.all().stream()
        .filter(fact -> Additions.section(fact).equals(Optional.of(section)))
        .toList();
  }

  private static boolean inOrder(Weighed answer) {
    List<Integer> orders =
        answer.causes().stream()
            .filter(cause -> cause.certainty() == Certainty.CONFIRMED)
            .map(cause -> cause.page().order())
            .toList();
    return orders.stream().sorted(Comparator.naturalOrder()).toList().equals(orders);
  }
}
