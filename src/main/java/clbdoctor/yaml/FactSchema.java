package clbdoctor.yaml;

import clbdoctor.fact.About;
import clbdoctor.fact.Subject;
import clbdoctor.yaml.Shape.Key;
import clbdoctor.yaml.Shape.Occurs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema (2020-12) of fact files, taken from the records that they become. */
public final class FactSchema {
  private FactSchema() {}

  public static Map<String, Object> tree() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(FactFile.SCHEMA, Map.of("const", Integer.parseInt(FactFile.VERSION)));
    properties.put(FactFile.NAME, described("string", "name of the report"));
    properties.put(FactFile.EXPECT, described("object", "every cause that is to be named, by id"));
    for (Subject subject : Subject.values()) {
      Map<String, Object> entry = object(subject.type());
      properties.put(subject.key(), subject.list() ? list(entry) : entry);
    }
    properties.put(Outputs.KEY, list(object(Outputs.PastedOutput.class)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "clb-doctor fact file");
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.of(FactFile.SCHEMA));
    schema.put("additionalProperties", false);
    return schema;
  }

  /** The schema of a mapping that becomes a record. */
  static Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Shape<?> shape = Shape.of(type);
    shape.keys().forEach(key -> properties.put(key.name(), property(key)));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put(
        "required",
        shape.keys().stream().filter(k -> k.occurs() == Occurs.ONCE).map(Key::name).toList());
    object.put("additionalProperties", false);
    return object;
  }

  private static Map<String, Object> property(Key key) {
    Map<String, Object> property = key.occurs() == Occurs.LIST ? list(value(key)) : value(key);
    key.about().map(About::value).ifPresent(about -> property.put("description", about));
    return property;
  }

  private static Map<String, Object> value(Key key) {
    Map<String, Object> value = new LinkedHashMap<>();
    Class<?> type = key.type();
    if (type == Node.class) {
      value.put("type", "object");
    } else if (type.isRecord() && Shape.parser(type).isEmpty()) {
      return object(type);
    } else if (type.isEnum()) {
      value.put("enum", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    } else if (type == Boolean.class || type == boolean.class) {
      value.put("type", "boolean");
    } else if (type == Double.class) {
      value.put("type", "number");
    } else if (type == int.class || type == Integer.class || type == long.class) {
      value.put("type", "integer");
      if (key.min() != Long.MIN_VALUE) {
        value.put("minimum", key.min());
      }
      if (key.max() != Long.MAX_VALUE) {
        value.put("maximum", key.max());
      }
    } else if (type == clbdoctor.fact.StatusSet.class) {
      value.put("type", List.of("string", "integer", "array"));
    } else if (type == String.class) {
      value.put("type", List.of("string", "number", "boolean"));
    } else {
      value.put("type", "string");
    }
    return value;
  }

  private static Map<String, Object> list(Map<String, Object> items) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", items);
    return list;
  }

  private static Map<String, Object> described(String type, String about) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("type", type);
    property.put("description", about);
    return property;
  }
}
