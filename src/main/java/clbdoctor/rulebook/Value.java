package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Operand;
import java.util.Arrays;
import java.util.List;

/** What a property is compared with, once the rule is at work. */
sealed interface Value {
  /**
   * The value itself.
   *
   * @param fact the one that is tried
   * @param matched those that patterns above have matched, for variables
   */
  Object of(Object fact, Object[] matched);

  /** A literal of a rule, as a property of a type would have it. */
  static Value literal(Class<?> type, Operand operand) {
    if (operand instanceof Operand.Number number) {
      return new Fixed(Double.valueOf(number.digits()));
    }
    if (operand instanceof Operand.Constant constant) {
      return new Fixed(
          Arrays.stream(type.getEnumConstants())
              .filter(value -> ((Enum<?>) value).name().equals(constant.constant()))
              .findFirst()
              .orElseThrow());
    }
    return new Fixed(
        operand instanceof Operand.Truth truth ? truth.value() : ((Operand.Text) operand).words());
  }

  // Equality is written out for the sake of a quick start, as in IpAddress.
  record Fixed(Object value) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Fixed fixed && value.equals(fixed.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    @Override
    public Object of(Object fact, Object[] matched) {
      return value;
    }
  }

  /** A property of the very fact that is tried, or that fact. */
  record Own(List<Property> path) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Own own && path.equals(own.path);
    }

    @Override
    public int hashCode() {
      return path.size();
    }

    @Override
    public Object of(Object fact, Object[] matched) {
      return along(path, fact);
    }
  }

  /** A property of a fact that a pattern above has matched, or that fact. */
  record Joined(int index, List<Property> path) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Joined joined && index == joined.index && path.equals(joined.path);
    }

    @Override
    public int hashCode() {
      return index;
    }

    @Override
    public Object of(Object fact, Object[] matched) {
      return along(path, matched[index]);
    }
  }

  private static Object along(List<Property> path, Object from) {
    Object value = from;
    for (Property property : path) {
      value = property.in(value);
    }
    return value;
  }

  /** What is not known while one fact is looked at alone: any comparison with it may hold. */
  record Anything() implements Value {
    @Override
    public Object of(Object fact, Object[] matched) {
      return this;
    }
  }
}
