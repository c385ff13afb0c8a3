package clbdoctor.diagnosis;

import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import java.util.List;

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
  static List<Evidence> of(List<Fact> matched, Facts facts) {
    return matched.stream().map(fact -> of(fact, facts)).distinct().toList();
  }

  private static Evidence of(Fact fact, Facts facts) {
    return new Evidence(
        fact.sentence(),
        facts.observedBehind(fact).stream()
            .map(seen -> facts.source(seen).toString())
            .distinct()
            .toList());
  }
}
