package clbdoctor.yaml;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.fact.Facts;
import clbdoctor.text.Nearest;
import clbdoctor.text.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An example beside a cause: some facts, and everything the whole rule book says to them.
 *
 * @param causeId the cause beside which it stands
 * @param file where it stands
 * @param line of the facts, from 1
 * @param given the facts
 * @param expect every cause that is named, with its certainty
 * @param ruledOut whether the facts rule out its own cause
 * @param variant whether it is told by what differs from the case above it
 */
public record RuleCase(
    String causeId,
    String name,
    String file,
    int line,
    Facts given,
    Map<String, Certainty> expect,
    boolean ruledOut,
    boolean variant) {

  /** The word for a case whose own cause is ruled out. */
  public static final String RULED_OUT = "RULED_OUT";

  /** File and line of the facts. */
  public String place() {
    return file + ":" + line;
  }

  /** A case, and behind it its variants. */
  static List<RuleCase> of(
      String file, String causeId, RuleForms.CaseForm text, List<Problem> problems) {
    return Stream.concat(
            Stream.of(of(file, causeId, text, false, problems)),
            CaseVariants.of(file, text, problems).stream()
                .map(one -> of(file, causeId, one, true, problems)))
        .toList();
  }

  private static RuleCase of(
      String file,
      String causeId,
      RuleForms.CaseForm text,
      boolean variant,
      List<Problem> problems) {
    return new RuleCase(
        causeId,
        text.name(),
        file,
        text.given().line(),
        FactFile.readSections(file, text.given(), problems),
        expected(file, named(causeId, text.expect()), problems),
        ruledOut(causeId, text.expect()),
        variant);
  }

  private static boolean ruledOut(String causeId, Node expect) {
    return expect instanceof Node.Mapping mapping
        && mapping.entries().stream().anyMatch(entry -> saysRuledOut(causeId, entry));
  }

  private static Node named(String causeId, Node expect) {
    return expect instanceof Node.Mapping mapping
        ? new Node.Mapping(
            mapping.entries().stream().filter(entry -> !saysRuledOut(causeId, entry)).toList(),
            mapping.line(),
            mapping.column())
        : expect;
  }

  private static boolean saysRuledOut(String causeId, Node.Entry entry) {
    return entry.key().equals(causeId)
        && entry.value() instanceof Node.Scalar scalar
        && scalar.text().equals(RULED_OUT);
  }

  /** {@code { no-listener: CONFIRMED }} as a map; used by cases and by samples. */
  static Map<String, Certainty> expected(String file, Node node, List<Problem> problems) {
    Map<String, Certainty> expected = new LinkedHashMap<>();
    if (!(node instanceof Node.Mapping mapping)) {
      problems.add(
          new Problem(
              file, node.line(), node.column(), "write { cause-id: CONFIRMED }, or {} for none"));
      return expected;
    }
    List<String> known = Arrays.stream(Certainty.values()).map(Enum::name).toList();
    for (Node.Entry entry : mapping.entries()) {
      String word = entry.value() instanceof Node.Scalar scalar ? scalar.text() : "";
      if (known.contains(word)) {
        expected.put(entry.key(), Certainty.valueOf(word));
      } else {
        problems.add(
            new Problem(
                file,
                entry.line(),
                entry.column(),
                "a certainty is one of " + String.join(", ", known) + Nearest.hint(word, known)));
      }
    }
    return expected;
  }
}
