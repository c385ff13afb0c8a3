package clbdoctor.cli;

import clbdoctor.GivenFacts;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A part of the decision space: what is always known, and axes, each with the values that one
 * observation may have. A combination takes one value from each axis.
 */
final class Plane {
  private record Value(String name, Facts facts) {}

  private record Axis(String name, List<Value> values) {}

  /** One point: the value of each axis, and the facts that they are. */
  record Combination(String plane, Map<String, String> values, Facts facts) {
    @Override
    public String toString() {
      return plane + " " + values;
    }
  }

  private final String name;
  private final Facts given;
  private final List<Axis> axes = new ArrayList<>();

  Plane(String name, String given) {
    this.name = name;
    this.given = GivenFacts.of(given);
  }

  /** Adds an axis: names of values, each followed by its sections of a fact file. */
  Plane axis(String axis, String... valuesAndSections) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < valuesAndSections.length; i += 2) {
      values.add(new Value(valuesAndSections[i], GivenFacts.of(valuesAndSections[i + 1] + "\n")));
    }
    axes.add(new Axis(axis, values));
    return this;
  }

  String name() {
    return name;
  }

  long size() {
    return axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
  }

  @Override
  public String toString() {
    return name;
  }

  boolean hasValue(String axis, String value) {
    return axes.stream()
        .filter(a -> a.name().equals(axis))
        .anyMatch(a -> a.values().stream().anyMatch(v -> v.name().equals(value)));
  }

  Stream<Combination> all() {
    return LongStream.range(0, size()).parallel().mapToObj(this::combination);
  }

  /**
   * Every third combination, by the sum of the positions of its values. Leave out any one axis of
   * three values or more: all combinations of the other axes occur.
   */
  Stream<Combination> everyThird() {
    return LongStream.range(0, size())
        .filter(number -> positions(number) % 3 == 0)
        .parallel()
        .mapToObj(this::combination);
  }

  private long positions(long number) {
    long sum = 0;
    long rest = number;
    for (Axis axis : axes) {
      sum += rest % axis.values().size();
      rest /= axis.values().size();
    }
    return sum;
  }

  private Combination combination(long number) {
    Map<String, String> names = new LinkedHashMap<>();
    List<Facts> parts = new ArrayList<>(List.of(given));
    long rest = number;
    for (Axis axis : axes) {
      Value value = axis.values().get((int) (rest % axis.values().size()));
      rest /= axis.values().size();
      names.put(axis.name(), value.name());
      parts.add(value.facts());
    }
    return new Combination(name, names, together(parts));
  }

  /** Two axes may speak of the same section; that somebody looked at it is said once. */
  static Facts together(List<Facts> parts) {
    Set<Subject> surveyed = EnumSet.noneOf(Subject.class);
    Facts.Builder all = new Facts.Builder();
    for (Facts part : parts) {
      for (Fact fact : part.all()) {
        if (!(fact instanceof Surveyed looked) || surveyed.add(looked.subject())) {
          all.add(fact, part.source(fact));
        }
      }
    }
    return all.build();
  }
}
