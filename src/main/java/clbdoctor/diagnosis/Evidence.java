package clbdoctor.diagnosis;

import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A matched fact in words, with the places where somebody saw it or the facts it follows from.
 *
 * @param places {@code file:line:column}, or the command whose output showed it
 */
public record Evidence(String says, List<String> places) {

  public Evidence {
    places = List.copyOf(places);
  }

  /** The given facts as evidence, without repetition, in a stable order. */
  static List<Evidence> of(List<? extends Fact> matched, Facts facts) {
    if (matched.size() == 1) {
      return List.of(of(matched.get(0), facts));
    }
    Map<String, Evidence> byText = new LinkedHashMap<>();
    for (Fact fact : matched) {
      Evidence evidence = of(fact, facts);
      byText.putIfAbsent(evidence.text(), evidence);
    }
    return List.copyOf(byText.values());
  }

  String text() {
    return says + " " + String.join(", ", places);
  }

  private static Evidence of(Fact fact, Facts facts) {
    Set<String> places = new LinkedHashSet<>();
    for (Fact seen : facts.observedBehind(fact)) {
      places.add(facts.source(seen).toString());
    }
    return new Evidence(fact.sentence(), List.copyOf(places));
  }
}
