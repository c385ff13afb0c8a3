package clbdoctor.rulebook;

import clbdoctor.fact.Quantity;
import clbdoctor.fact.Reading;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody must have looked at before a condition can be decided. */
final class AsksFor {
  private AsksFor() {}

  static Set<Subject> of(Class<?> factType, Set<String> constants, boolean negated) {
    if (factType == Surveyed.class) {
      return negated ? Set.of() : constantsOf(Subject.values(), constants);
    }
    if (factType == Reading.class) {
      return Arrays.stream(Quantity.values())
          .filter(quantity -> constants.contains("Quantity." + quantity.name()))
          .map(Quantity::subject)
          .collect(Collectors.toUnmodifiableSet());
    }
    return Vocabulary.computedFrom(factType);
  }

  private static Set<Subject> constantsOf(Subject[] subjects, Set<String> constants) {
    return Arrays.stream(subjects)
        .filter(subject -> constants.contains("Subject." + subject.name()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
