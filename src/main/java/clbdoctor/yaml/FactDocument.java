package clbdoctor.yaml;

import clbdoctor.collect.output.CommandOutput;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Subject;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.Reports.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fact file in the making: sections are added and values set, then it is written and read. */
public final class FactDocument {
  private final Map<String, Object> tree;

  private FactDocument(Map<String, Object> tree) {
    this.tree = tree;
  }

  /** A document that tells nothing but its name. */
  public static FactDocument named(String report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(FactFile.SCHEMA, Integer.valueOf(FactFile.VERSION));
    tree.put(FactFile.NAME, report);
    return new FactDocument(tree);
  }

  /**
   * The first document of a fact file.
   *
   * @param file how messages call the stream
   * @throws ProblemsException when it is no good report
   */
  public static FactDocument read(String file, InputStream stream) throws IOException {
    String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    report(file, text);
    Node node = NodeReader.read(file, text, 1).orElseThrow();
    @SuppressWarnings("unchecked")
    Map<String, Object> tree = (Map<String, Object>) FactTrees.of(node);
    return new FactDocument(tree);
  }

  /** Whether the section stands in it. */
  public boolean has(Subject subject) {
    return tree.containsKey(subject.key());
  }

  /** A value of a section that is no list. */
  public Optional<Object> value(Subject subject, String key) {
    return Optional.ofNullable(tree.get(subject.key()))
        .filter(Map.class::isInstance)
        .map(section -> ((Map<?, ?>) section).get(key));
  }

  /** Sets a value of a section that is no list. */
  public void set(Subject subject, String key, Object value) {
    section(subject).put(key, FactTrees.plain(value));
  }

  /** Sets a value of a section unless it stands there already. */
  public void setIfAbsent(Subject subject, String key, Object value) {
    section(subject).putIfAbsent(key, FactTrees.plain(value));
  }

  /** Adds an entry to a list, or a section that is not there yet. */
  public void add(Observed fact) {
    Subject subject = Subject.ofType(fact.getClass()).orElseThrow();
    if (subject.list()) {
      list(subject.key()).add(FactTrees.of((Record) fact));
    } else {
      tree.putIfAbsent(subject.key(), FactTrees.of((Record) fact));
    }
  }

  /** Adds what a command printed. */
  public void add(CommandOutput output) {
    list(Outputs.KEY).add(FactTrees.of(output));
  }

  /** The same with other addresses and host names. */
  @SuppressWarnings("unchecked")
  public FactDocument redacted(String key) {
    Node node = NodeReader.read("this document", text(), 1).orElseThrow();
    return new FactDocument((Map<String, Object>) FactTrees.of(RedactedNode.of(node, key)));
  }

  /** The document as YAML. */
  public String text() {
    Map<String, Object> outputsLast = new LinkedHashMap<>(tree);
    Object outputs = outputsLast.remove(Outputs.KEY);
    if (outputs != null) {
      outputsLast.put(Outputs.KEY, outputs);
    }
    return Trees.document(outputsLast);
  }

  /**
   * The report that a reader of the document sees.
   *
   * @param file how messages and proofs call it
   * @throws ProblemsException when something in it is wrong
   */
  public Report report(String file) {
    return report(file, text());
  }

  /** The report in a text, for whoever has the text already. */
  public static Report report(String file, String text) {
    try {
      Outcome outcome =
          Reports.readAll(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
              .get(0);
      if (outcome instanceof Outcome.Refused refused) {
        throw new ProblemsException(refused.problems());
      }
      return ((Outcome.Read) outcome).report();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> section(Subject subject) {
    return (Map<String, Object>)
        tree.computeIfAbsent(subject.key(), key -> new LinkedHashMap<String, Object>());
  }

  @SuppressWarnings("unchecked")
  private List<Object> list(String key) {
    return (List<Object>) tree.computeIfAbsent(key, k -> new ArrayList<Object>());
  }
}
