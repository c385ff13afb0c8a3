package clbdoctor.yaml;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.fact.Subject;
import clbdoctor.yaml.RuleForms.CaseForm;
import clbdoctor.yaml.RuleForms.CauseChange;
import clbdoctor.yaml.RuleForms.CauseForm;
import clbdoctor.yaml.RuleForms.FixForm;
import clbdoctor.yaml.RuleForms.ObservationForm;
import clbdoctor.yaml.RuleForms.VariantForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON Schemas (2020-12) of the YAML files of a rule folder, taken from their forms. */
public final class RuleSchema {

  /** A kind of file. */
  public enum Kind {
    /** The page of a cause. */
    cause(CauseForm.class),
    /** What a site changes of a page. */
    change(CauseChange.class),
    /** A procedure. */
    fix(FixForm.class),
    /** How to look at a part of the situation. */
    observation(ObservationForm.class);

    private final Class<?> form;

    Kind(Class<?> form) {
      this.form = form;
    }
  }

  private RuleSchema() {}

  public static Map<String, Object> tree(Kind kind) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "clb-doctor rules: " + kind);
    schema.putAll(FactSchema.object(kind.form));
    Map<String, Object> properties = properties(schema);
    if (properties.containsKey("cases")) {
      properties.put("cases", Map.of("type", "array", "items", example()));
    }
    return schema;
  }

  private static Map<String, Object> example() {
    Map<String, Object> example = FactSchema.object(CaseForm.class);
    Map<String, Object> variant = FactSchema.object(VariantForm.class);
    properties(example).put("given", sections());
    properties(example).put("expect", certainties());
    properties(example).put("but", Map.of("type", "array", "items", variant));
    properties(variant).put("with", inPart(sections()));
    properties(variant).put("instead", sections());
    properties(variant).put("expect", certainties());
    return example;
  }

  private static Map<String, Object> sections() {
    Map<String, Object> sections = properties(FactSchema.tree());
    sections
        .keySet()
        .retainAll(Arrays.stream(Subject.values()).map(Subject::key).collect(Collectors.toSet()));
    return Map.of("type", "object", "properties", sections, "additionalProperties", false);
  }

  /** Sections of which only some values are given. */
  private static Map<String, Object> inPart(Map<String, Object> sections) {
    properties(sections).values().forEach(one -> ((Map<?, ?>) one).remove("required"));
    return sections;
  }

  private static Map<String, Object> certainties() {
    List<String> words =
        Stream.concat(
                Arrays.stream(Certainty.values()).map(Enum::name), Stream.of(RuleCase.RULED_OUT))
            .toList();
    return Map.of("type", "object", "additionalProperties", Map.of("enum", words));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> properties(Map<String, Object> schema) {
    return (Map<String, Object>) schema.get("properties");
  }
}
