package clbdoctor.collect;

import clbdoctor.collect.output.ReadOutput;
import clbdoctor.fact.Observed;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was read as sorted lines of text, with whatever is missing left out. */
final class FactText {
  private FactText() {}

  static List<String> of(ReadOutput read) {
    Stream<String> facts = read.facts().stream().map(f -> "line " + f.line() + ": " + of(f.fact()));
    Stream<String> surveys = read.surveys().stream().map(FactText::of);
    Stream<String> unread =
        read.unread().stream().map(u -> "unread " + u.line() + ": " + u.reason());
    return Stream.of(facts, surveys, unread).flatMap(s -> s).sorted().toList();
  }

  private static String of(Observed fact) {
    return fact.getClass().getSimpleName()
        + Arrays.stream(fact.getClass().getRecordComponents())
            .map(component -> of(component, fact))
            .collect(Collectors.joining());
  }

  private static String of(RecordComponent component, Observed fact) {
    try {
      Object value = component.getAccessor().invoke(fact);
      Object shown = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      boolean nothing = shown == null || shown instanceof List<?> list && list.isEmpty();
      return nothing ? "" : " " + component.getName() + "=" + shown.toString().replace("\n", "\\n");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
