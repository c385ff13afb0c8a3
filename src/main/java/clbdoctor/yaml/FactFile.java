package clbdoctor.yaml;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Source;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One document of a fact file, read strictly. */
final class FactFile {
  static final String SCHEMA = "schema";
  static final String NAME = "report";
  static final String EXPECT = "expect";

  /** The keys that are no section. */
  private static final List<String> HEAD = List.of(SCHEMA, NAME, EXPECT, Outputs.KEY);

  /** The version of the form that this program reads. */
  static final String VERSION = "1";

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final RecordReader records;
  private final Outputs outputs;

  private FactFile(String file) {
    this.file = file;
    this.outputs = new Outputs(file);
    this.records = new RecordReader(file, problems);
  }

  /**
   * The report in a document.
   *
   * @param fallbackName the report's name when the document gives none
   * @throws ProblemsException when anything in it is wrong
   */
  static Report read(String file, Node document, String fallbackName) {
    return new FactFile(file).report(document, fallbackName);
  }

  /** The facts of sections that stand without a schema version, as rule cases have them. */
  static Facts readSections(String file, Node sections, List<Problem> problems) {
    FactFile reader = new FactFile(file);
    Facts facts =
        sections instanceof Node.Mapping mapping
            ? reader.facts(mapping)
            : new Facts.Builder().build();
    problems.addAll(reader.problems);
    return facts;
  }

  private Report report(Node document, String fallbackName) {
    if (!(document instanceof Node.Mapping mapping)) {
      throw new ProblemsException(
          List.of(
              new Problem(
                  file,
                  document.line(),
                  document.column(),
                  "a report is keys and values, found "
                      + document.described()
                      + "; begin with schema: "
                      + VERSION)));
    }
    checkVersion(mapping);
    Facts facts = facts(mapping);
    Optional<Map<String, Certainty>> expect =
        mapping.get(EXPECT).map(node -> RuleCase.expected(file, node, problems));
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new Report(name(mapping).orElse(fallbackName), file, facts, expect, outputs.unread());
  }

  private void checkVersion(Node.Mapping mapping) {
    Optional<Node> version = mapping.get(SCHEMA);
    if (version.isEmpty()) {
      problem(mapping, "\"schema\" is missing; write schema: " + VERSION + " as the first line");
    } else if (!(version.get() instanceof Node.Scalar scalar && scalar.text().equals(VERSION))) {
      problem(
          version.get(),
          "this program reads schema " + VERSION + ", found " + version.get().described());
    }
  }

  private Optional<String> name(Node.Mapping mapping) {
    return mapping
        .get(NAME)
        .filter(Node.Scalar.class::isInstance)
        .map(node -> ((Node.Scalar) node).text());
  }

  private Facts facts(Node.Mapping mapping) {
    Facts.Builder facts = new Facts.Builder();
    for (Node.Entry entry : mapping.entries()) {
      Optional<Subject> subject = Subject.ofKey(entry.key());
      if (subject.isPresent()) {
        section(subject.get(), entry, facts);
      } else if (!HEAD.contains(entry.key())) {
        records.unknownKey(entry, knownKeys());
      }
    }
    mapping.get(Outputs.KEY).ifPresent(section -> outputs(section, facts));
    return facts.build();
  }

  /** Read last: what a command printed is understood in the light of the other sections. */
  private void outputs(Node section, Facts.Builder facts) {
    if (section instanceof Node.Sequence sequence) {
      outputs.read(sequence, records, facts);
    } else {
      problem(
          section, "\"outputs\" is a list; begin each output with \"- command:\" or \"- text: |\"");
    }
  }

  static List<String> knownKeys() {
    return Stream.concat(Stream.of(SCHEMA, NAME), Arrays.stream(Subject.values()).map(Subject::key))
        .toList();
  }

  private void section(Subject subject, Node.Entry entry, Facts.Builder facts) {
    facts.add(new Surveyed(subject), source(entry.line(), entry.column(), subject.key()));
    if (!subject.list()) {
      observed(subject, entry.value(), subject.key(), facts);
    } else if (entry.value() instanceof Node.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        observed(subject, sequence.items().get(i), subject.key() + "[" + i + "]", facts);
      }
    } else {
      problem(
          entry.value(),
          "\""
              + subject.key()
              + "\" is a list; write [] when there is none, or lines that begin with \"- \"");
    }
  }

  private void observed(Subject subject, Node node, String path, Facts.Builder facts) {
    Optional<? extends Observed> fact = records.read(subject.type(), node);
    fact.ifPresent(found -> facts.add(found, source(node.line(), node.column(), path)));
  }

  private Source source(int line, int column, String path) {
    return new Source.InFile(file, line, column, path);
  }

  private void problem(Node node, String message) {
    problems.add(new Problem(file, node.line(), node.column(), message));
  }
}
