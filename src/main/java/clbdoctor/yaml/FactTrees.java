package clbdoctor.yaml;

import clbdoctor.collect.output.CommandOutput;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts, outputs and nodes as the maps and lists of which documents are written. */
final class FactTrees {
  private FactTrees() {}

  static Map<String, Object> of(CommandOutput output) {
    Map<String, Object> tree = new LinkedHashMap<>();
    output.command().ifPresent(command -> tree.put("command", command));
    output.from().ifPresent(from -> tree.put("from", from.name()));
    tree.put("text", output.text());
    return tree;
  }

  /** A record with the keys that the reader of fact files expects; what is unknown is left out. */
  static Map<String, Object> of(Record fact) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      Object value = value(component, fact);
      if (!value.equals(Optional.empty()) && !value.equals(List.of())) {
        tree.put(component.getName(), plain(value));
      }
    }
    return tree;
  }

  static Object of(Node node) {
    if (node instanceof Node.Mapping mapping) {
      Map<String, Object> tree = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> tree.put(entry.key(), of(entry.value())));
      return tree;
    }
    if (node instanceof Node.Sequence sequence) {
      return new ArrayList<>(sequence.items().stream().map(FactTrees::of).toList());
    }
    Node.Scalar scalar = (Node.Scalar) node;
    return switch (scalar.kind()) {
      case NUMBER -> number(scalar.text());
      case TRUTH -> Boolean.valueOf(scalar.text());
      default -> scalar.text();
    };
  }

  private static Object number(String text) {
    if (text.matches("-?[0-9]{1,18}")) {
      return Long.valueOf(text);
    }
    return text.matches("[0-9]+[.][0-9]+") ? (Object) new BigDecimal(text) : text;
  }

  static Object plain(Object value) {
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElseThrow());
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list.stream().map(FactTrees::plain).toList());
    }
    boolean asItIs = value instanceof Number || value instanceof Boolean || value instanceof String;
    boolean nested = value instanceof Record && Shape.parser(value.getClass()).isEmpty();
    return asItIs ? value : nested ? of((Record) value) : value.toString();
  }

  static Object value(RecordComponent component, Record fact) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
