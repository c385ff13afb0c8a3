package clbdoctor.yaml;

import clbdoctor.text.Nearest;
import clbdoctor.yaml.Shape.Key;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
    if (scalar.kind() == Node.Kind.NOTHING) {
      return refuse(
          scalar, "\"" + key.name() + "\" has no value; leave the key out when it is unknown");
    }
    return switch (key.form()) {
      case NUMBER -> number(key, scalar);
      case DECIMAL -> decimal(key, scalar);
      case TRUTH -> truth(key, scalar);
      case CONSTANT -> constant(key, scalar);
      case TEXT -> Optional.of(scalar.text());
      default -> parsed(key, scalar);
    };
  }

  private Optional<?> number(Key key, Node.Scalar scalar) {
    String text = scalar.text();
    if (!whole(text)) {
      return refuse(
          scalar,
          "\"" + key.name() + "\" is a whole number, found " + scalar.described() + why(text));
    }
    if (scalar.kind() != Node.Kind.NUMBER) {
      return refuse(
          scalar, "\"" + key.name() + "\" is a number; write " + text + " without quotes");
    }
    long value = Long.parseLong(text);
    boolean wide = key.type() == long.class;
    long min = wide ? key.min() : Math.max(key.min(), Integer.MIN_VALUE);
    long max = wide ? key.max() : Math.min(key.max(), Integer.MAX_VALUE);
    if (value < min || value > max) {
      return refuse(
          scalar, "\"" + key.name() + "\" is " + value + ", allowed is " + range(min, max));
    }
    return wide ? Optional.of(value) : Optional.of((int) value);
  }

  /** At most 18 digits, which a long holds, without a zero before them. */
  private static boolean whole(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - first;
    for (int i = first; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.equals("0") || digits > 0 && digits <= 18 && text.charAt(first) != '0';
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
    boolean yes = scalar.text().equals("true");
    if (scalar.kind() != Node.Kind.TRUTH || !yes && !scalar.text().equals("false")) {
      return refuse(scalar, "\"" + key.name() + "\" is true or false, found " + scalar.described());
    }
    return Optional.of(yes);
  }

  private Optional<?> constant(Key key, Node.Scalar scalar) {
    Optional<Object> found = Optional.ofNullable(key.constants().get(scalar.text()));
    if (found.isEmpty()) {
      List<String> known = List.copyOf(key.constants().keySet());
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
        key.parser().orElseThrow(() -> new IllegalStateException("no way to read " + key.type()));
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
