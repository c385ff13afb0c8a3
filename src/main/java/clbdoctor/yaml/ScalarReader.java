package clbdoctor.yaml;

import clbdoctor.text.Nearest;
import clbdoctor.yaml.Shape.Key;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Makes a number, a text, a yes-or-no, an enum constant or a value type of one scalar. */
final class ScalarReader {
  private final BiConsumer<Node, String> problems;

  ScalarReader(BiConsumer<Node, String> problems) {
    this.problems = problems;
  }

  Optional<?> read(Key key, Node.Scalar scalar) {
    Class<?> type = key.type();
    if (scalar.kind() == Node.Kind.NOTHING) {
      return refuse(
          scalar, "\"" + key.name() + "\" has no value; leave the key out when it is unknown");
    }
    if (type == int.class || type == Integer.class) {
      return number(key, scalar).map(Long::intValue);
    }
    if (type == long.class) {
      return number(key, scalar);
    }
    if (type == Double.class) {
      return decimal(key, scalar);
    }
    if (type == Boolean.class || type == boolean.class) {
      return truth(key, scalar);
    }
    if (type.isEnum()) {
      return constant(key, scalar);
    }
    if (type == String.class) {
      return Optional.of(scalar.text());
    }
    return parsed(key, scalar);
  }

  private Optional<Long> number(Key key, Node.Scalar scalar) {
    String text = scalar.text();
    if (!text.matches("0|-?[1-9][0-9]{0,17}")) {
      return refuse(
          scalar,
          "\"" + key.name() + "\" is a whole number, found " + scalar.described() + why(text));
    }
    if (scalar.kind() != Node.Kind.NUMBER) {
      return refuse(
          scalar, "\"" + key.name() + "\" is a number; write " + text + " without quotes");
    }
    long value = Long.parseLong(text);
    boolean narrow = key.type() != long.class;
    long min = narrow ? Math.max(key.min(), Integer.MIN_VALUE) : key.min();
    long max = narrow ? Math.min(key.max(), Integer.MAX_VALUE) : key.max();
    if (value < min || value > max) {
      return refuse(
          scalar, "\"" + key.name() + "\" is " + value + ", allowed is " + range(min, max));
    }
    return Optional.of(value);
  }

  private static String range(long min, long max) {
    return max == Integer.MAX_VALUE || max == Long.MAX_VALUE ? "from " + min : min + " to " + max;
  }

  private static String why(String text) {
    if (text.matches("0[0-9]+")) {
      return "; some programs read a leading 0 as octal, write " + text.replaceFirst("0+(?=.)", "");
    }
    if (text.matches("[0-9]+[.][0-9]+")) {
      return "; write it without a fraction";
    }
    if (text.matches("[0-9.]+ ?[a-zA-Z%]+")) {
      return "; write the number alone, the unit stands in the key";
    }
    return "";
  }

  private Optional<Double> decimal(Key key, Node.Scalar scalar) {
    if (!scalar.text().matches("[0-9]{1,12}([.][0-9]{1,12})?")) {
      return refuse(
          scalar, "\"" + key.name() + "\" is a number such as 0.8, found " + scalar.described());
    }
    return Optional.of(Double.parseDouble(scalar.text()));
  }

  private Optional<Boolean> truth(Key key, Node.Scalar scalar) {
    if (scalar.kind() != Node.Kind.TRUTH || !scalar.text().matches("true|false")) {
      return refuse(scalar, "\"" + key.name() + "\" is true or false, found " + scalar.described());
    }
    return Optional.of(scalar.text().equals("true"));
  }

  private Optional<?> constant(Key key, Node.Scalar scalar) {
    Object[] constants = key.type().getEnumConstants();
    Optional<Object> found =
        Arrays.stream(constants).filter(c -> c.toString().equals(scalar.text())).findFirst();
    if (found.isEmpty()) {
      List<String> known = Arrays.stream(constants).map(Object::toString).toList();
      return refuse(
          scalar,
          "\""
              + key.name()
              + "\" is one of "
              + String.join(", ", known)
              + "; found "
              + scalar.described()
              + Nearest.hint(scalar.text(), known));
    }
    return found;
  }

  private Optional<?> parsed(Key key, Node.Scalar scalar) {
    Method parse =
        Shape.parser(key.type())
            .orElseThrow(() -> new IllegalStateException("no way to read " + key.type()));
    try {
      return Optional.of(parse.invoke(null, scalar.text()));
    } catch (InvocationTargetException e) {
      return refuse(scalar, "\"" + key.name() + "\": " + e.getCause().getMessage());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + key.type(), e);
    }
  }

  private <T> Optional<T> refuse(Node node, String message) {
    problems.accept(node, message);
    return Optional.empty();
  }
}
