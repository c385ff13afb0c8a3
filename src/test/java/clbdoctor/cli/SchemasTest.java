package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clbdoctor.report.DiagnosisSchema;
import clbdoctor.report.DiagnosisTree;
import clbdoctor.yaml.FactSchema;
import clbdoctor.yaml.FactTemplate;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.Reports;
import clbdoctor.yaml.RuleSchema;
import clbdoctor.yaml.Trees;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program prints and reads obeys the schemas that it publishes. */
class SchemasTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema FACTS = REGISTRY.getSchema(Trees.json(FactSchema.tree()));
  private static final Map<RuleSchema.Kind, Schema> RULES =
      Arrays.stream(RuleSchema.Kind.values())
          .collect(
              Collectors.toMap(
                  kind -> kind, kind -> REGISTRY.getSchema(Trees.json(RuleSchema.tree(kind)))));
  private static final Schema DIAGNOSIS = REGISTRY.getSchema(DiagnosisSchema.text());
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());

  static List<Report> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesObeyTheFactSchema(Report sample) throws IOException {
    for (String document : Files.readString(Path.of(sample.file())).split("(?m)^---$")) {
      assertEquals(List.of(), FACTS.validate(document, InputFormat.YAML));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void diagnosesObeyTheDiagnosisSchema(Report sample) {
    String json =
        Trees.json(
            DiagnosisTree.of(
                DOCTOR.diagnose(sample),
                DOCTOR.rules().hash(),
                DOCTOR.rules().files().size(),
                List.of("a site says less")));
    assertEquals(List.<Error>of(), DIAGNOSIS.validate(json, InputFormat.JSON));
  }

  static List<Path> ruleTexts() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("ruleTexts")
  void ruleTextsObeyTheSchemasOfRules(Path file) throws IOException {
    String folder = file.getName(1).toString();
    RuleSchema.Kind kind =
        folder.equals("fixes")
            ? RuleSchema.Kind.fix
            : folder.equals("observations") ? RuleSchema.Kind.observation : RuleSchema.Kind.cause;
    assertEquals(List.of(), RULES.get(kind).validate(Files.readString(file), InputFormat.YAML));
  }

  @Test
  void theSchemaOfPagesRefusesUnknownKeysAndWords() {
    String wrong =
        "title: x\nmeaning: x\ncolour: red\nexplains: [REFUSD]\n"
            + "cases: [{ name: a, given: { socket: [] }, expect: { x: SURE } }]\n";
    assertEquals(4, RULES.get(RuleSchema.Kind.cause).validate(wrong, InputFormat.YAML).size());
  }

  @Test
  void theFactSchemaRefusesUnknownKeysAndValuesOutOfRange() {
    String wrong = "schema: 1\nbackEnd: {privateAddress: 10.0.0.1, port: 70000, colour: red}\n";
    assertEquals(2, FACTS.validate(wrong, InputFormat.YAML).size());
    assertFalse(FACTS.validate("backEnd: {}", InputFormat.YAML).isEmpty());
  }

  @Test
  void theTemplateIsAGoodReport() throws IOException {
    String template = FactTemplate.text();
    assertEquals(List.of(), FACTS.validate(template, InputFormat.YAML));
    var outcomes =
        Reports.readAll(
            "template", new ByteArrayInputStream(template.getBytes(StandardCharsets.UTF_8)));
    assertEquals(1, outcomes.size());
    assertEquals(Reports.Outcome.Read.class, outcomes.get(0).getClass(), outcomes.toString());
  }

  @Test
  void theTemplateIsAGoodReportWithEveryOptionalLineToo() throws IOException {
    String template = FactTemplate.text().replaceAll("(?m)^# ( +[a-zA-Z]+:)", "  $1");
    var outcomes =
        Reports.readAll(
            "template", new ByteArrayInputStream(template.getBytes(StandardCharsets.UTF_8)));
    assertEquals(Reports.Outcome.Read.class, outcomes.get(0).getClass(), outcomes.toString());
  }
}
