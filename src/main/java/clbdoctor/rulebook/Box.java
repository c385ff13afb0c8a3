package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Comparison;
import clbdoctor.rulebook.Constraint.Operand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Facts of one kind: every property within its values, and in some relations to variables. A
 * pattern is one box, or several when it has alternatives.
 *
 * @param relations comparisons with variables, as text
 */
record Box(Map<String, Domain> domains, Set<String> relations) {
  private static final Box EVERYTHING = new Box(Map.of(), Set.of());

  Box {
    domains = Map.copyOf(domains);
    relations = Set.copyOf(relations);
  }

  /**
   * The boxes of constraints that must hold together.
   *
   * @param origins what a variable stands for, the same text for the same thing
   */
  static List<Box> of(
      Class<?> factType, List<Constraint> constraints, Map<String, String> origins) {
    List<Box> boxes = List.of(EVERYTHING);
    for (Constraint constraint : constraints) {
      if (constraint instanceof Any any) {
        List<Box> alternatives =
            any.comparisons().stream().flatMap(c -> of(factType, c, origins)).toList();
        boxes =
            boxes.stream()
                .flatMap(box -> alternatives.stream().map(box::and))
                .filter(box -> !box.empty())
                .toList();
      }
    }
    return boxes;
  }

  /** Whether every fact in here is in the other too. */
  boolean within(Box wider) {
    return relations.containsAll(wider.relations)
        && wider.domains.entrySet().stream()
            .allMatch(
                other ->
                    domains.containsKey(other.getKey())
                        && domains.get(other.getKey()).within(other.getValue()));
  }

  private boolean empty() {
    return domains.values().stream().anyMatch(Domain::empty)
        || relations.stream()
            .anyMatch(
                relation ->
                    relations.contains(relation.replaceFirst(" == ", " != "))
                        && relation.contains(" == "));
  }

  private Box and(Box other) {
    Map<String, Domain> both = new HashMap<>(domains);
    other.domains.forEach((property, domain) -> both.merge(property, domain, Domain::and));
    Set<String> related = new HashSet<>(relations);
    related.addAll(other.relations);
    return new Box(both, related);
  }

  private static Stream<Box> of(
      Class<?> factType, Comparison comparison, Map<String, String> origins) {
    String property = comparison.property();
    if (comparison.alone()) {
      Operand truth = new Operand.Truth(comparison.operator().isEmpty());
      return Stream.of(box(property, Domains.left(factType, property, "==", List.of(truth))));
    }
    String operator = comparison.operator().get().replace("in", "==");
    List<Operand> literals =
        comparison.operands().stream().filter(o -> !(o instanceof Operand.Variable)).toList();
    Optional<Domain> all = Domains.all(factType, property);
    Stream<Box> related =
        comparison.operands().stream()
            .filter(Operand.Variable.class::isInstance)
            .map(operand -> related(property, operator, (Operand.Variable) operand, origins));
    if (literals.isEmpty() || all.isEmpty()) {
      return related;
    }
    Stream<Domain> allowed =
        all.get() instanceof Domain.Words
            ? Stream.of(Domains.left(factType, property, operator, literals))
            : literals.stream().map(l -> Domains.left(factType, property, operator, List.of(l)));
    return Stream.concat(related, allowed.map(domain -> box(property, domain)));
  }

  private static Box box(String property, Domain domain) {
    return new Box(Map.of(property, domain), Set.of());
  }

  private static Box related(
      String property, String operator, Operand.Variable variable, Map<String, String> origins) {
    String other =
        origins.getOrDefault(variable.name(), variable.name())
            + variable.property().map(p -> "." + p).orElse("");
    return new Box(Map.of(), Set.of(property + " " + operator + " " + other));
  }
}
