package clbdoctor.report;

import clbdoctor.diagnosis.Catalogue;
import clbdoctor.diagnosis.CausePage;
import clbdoctor.diagnosis.Conclusion;
import clbdoctor.diagnosis.Fix;
import clbdoctor.diagnosis.Observation;
import clbdoctor.diagnosis.Rule;
import clbdoctor.diagnosis.Rule.Condition;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Subject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the rules know, for people: a Markdown page for each cause, and an index by layer. */
public final class CauseCatalogue {
  private static final String INDEX = "README.md";

  private final Catalogue catalogue;
  private final Map<String, List<String>> examples;

  /**
   * The catalogue of a rule folder.
   *
   * @param examples by the id of the cause, a sentence for each of its cases
   */
  public CauseCatalogue(Catalogue catalogue, Map<String, List<String>> examples) {
    this.catalogue = catalogue;
    this.examples = Map.copyOf(examples);
  }

  /** The texts of all pages by their file names, the index first. */
  public Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(INDEX, index());
    causes().forEach(page -> pages.put(page.id() + ".md", page(page)));
    return pages;
  }

  private List<CausePage> causes() {
    return catalogue.causes().values().stream()
        .sorted(Comparator.comparing(CausePage::order))
        .toList();
  }

  private String index() {
    StringBuilder text = new StringBuilder("# Causes, on the way of the check\n");
    String layer = "";
    for (CausePage page : causes()) {
      if (!page.layer().equals(layer)) {
        layer = page.layer();
        text.append("\n## ").append(layer.replace('-', ' ')).append("\n\n");
      }
      text.append("- [").append(page.id()).append("](").append(page.id()).append(".md): ");
      text.append(page.title()).append('\n');
    }
    return text.toString();
  }

  private String page(CausePage page) {
    List<Rule> rules = catalogue.rulesOf(page.id());
    StringBuilder text = new StringBuilder("# " + page.title() + "\n\n");
    text.append('`').append(page.id()).append("`, ").append(page.layer().replace('-', ' '));
    text.append("; ").append(paragraphs(rules)).append("\n\n");
    text.append(page.meaning().strip()).append("\n\n## What speaks for it\n");
    rules.stream().filter(rule -> !ruledOut(rule)).forEach(rule -> evidence(rule, text));
    if (rules.stream().anyMatch(CauseCatalogue::ruledOut)) {
      text.append("\n## What rules it out\n");
      rules.stream().filter(CauseCatalogue::ruledOut).forEach(rule -> evidence(rule, text));
    }
    text.append("\n## How to see it\n\n");
    asked(rules).forEach(subject -> look(subject, text));
    text.append("\n## Fixes\n\n");
    page.fixes().stream().map(catalogue.fixes()::get).forEach(fix -> cure(fix, text));
    text.append("\n## Examples\n\n");
    examples
        .getOrDefault(page.id(), List.of())
        .forEach(example -> text.append("- ").append(example).append('\n'));
    return text.toString();
  }

  private static String paragraphs(List<Rule> rules) {
    Set<String> cited = new TreeSet<>();
    rules.forEach(rule -> cited.addAll(rule.document()));
    return cited.isEmpty()
        ? "beyond the document"
        : "document paragraph " + String.join(", ", cited);
  }

  private static boolean ruledOut(Rule rule) {
    return rule.conclusion() instanceof Conclusion.RuledOut;
  }

  /** The comments of a rule, read down the page. */
  private static void evidence(Rule rule, StringBuilder text) {
    String certainty =
        rule.conclusion() instanceof Conclusion.Cause cause ? cause.certainty() + ": " : "";
    text.append("\n**").append(certainty).append(rule.name()).append(".** ");
    text.append(
            rule.conditions().stream()
                .map(Condition::comment)
                .filter(comment -> !comment.isEmpty())
                .collect(Collectors.joining(" ")))
        .append('\n');
  }

  private Set<Subject> asked(List<Rule> rules) {
    Set<Subject> asked = new TreeSet<>();
    rules.forEach(rule -> rule.conditions().forEach(one -> asked.addAll(one.asksFor())));
    asked.retainAll(catalogue.observations().keySet());
    return asked;
  }

  private void look(Subject subject, StringBuilder text) {
    Observation observation = catalogue.observations().get(subject);
    text.append("- ").append(observation.says()).append(" (`").append(subject.key()).append("`)");
    for (OperatingSystem system : OperatingSystem.values()) {
      List<String> commands = observation.commands().getOrDefault(system, List.of());
      if (!commands.isEmpty()) {
        text.append("\n  ").append(system).append(": ");
        text.append(commands.stream().map(CauseCatalogue::code).collect(Collectors.joining(", ")));
      }
    }
    text.append('\n');
  }

  /** A command with backquotes of its own stands between two. */
  private static String code(String command) {
    return command.contains("`") ? "`` " + command + " ``" : "`" + command + "`";
  }

  private static void cure(Fix fix, StringBuilder text) {
    text.append("- ").append(fix.says()).append(" (`").append(fix.id()).append("`, risk ");
    text.append(fix.risk()).append("): ").append(fix.precondition().strip()).append('\n');
  }
}
