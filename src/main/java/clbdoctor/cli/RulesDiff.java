package clbdoctor.cli;

import clbdoctor.diagnosis.Catalogue;
import clbdoctor.diagnosis.CausePage;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Rule;
import clbdoctor.diagnosis.Rule.Condition;
import clbdoctor.yaml.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two rule folders, and what that does to reports. */
final class RulesDiff {
  private final Doctor old;
  private final Doctor young;

  RulesDiff(Doctor old, Doctor young) {
    this.old = old;
    this.young = young;
  }

  /** Causes, rules and fixes that one folder has and the other has not, or has otherwise. */
  List<String> texts() {
    Catalogue before = old.catalogue();
    Catalogue after = young.catalogue();
    List<String> lines = new ArrayList<>();
    lines.addAll(compared("page", words(before.causes()), words(after.causes())));
    lines.addAll(compared("rule", rules(before), rules(after)));
    lines.addAll(compared("fix", before.fixes(), after.fixes()));
    return lines;
  }

  /** What a report is told differently; nothing when the diagnosis is the same. */
  List<String> diagnoses(Report report) {
    Diagnosis before = old.diagnose(report);
    Diagnosis after = young.diagnose(report);
    List<String> lines = new ArrayList<>(causes(named(before), named(after)));
    lines.addAll(sets("ruled out", ruledOut(before), ruledOut(after)));
    lines.addAll(sets("not examined", notExamined(before), notExamined(after)));
    if (!fixes(before).equals(fixes(after))) {
      lines.add(
          "~ fixes " + String.join(", ", fixes(before)) + " -> " + String.join(", ", fixes(after)));
    }
    return lines;
  }

  private static List<String> causes(
      Map<String, NamedCause> before, Map<String, NamedCause> after) {
    List<String> lines = new ArrayList<>();
    for (String id :
        new TreeSet<>(Stream.concat(before.keySet().stream(), after.keySet().stream()).toList())) {
      NamedCause was = before.get(id);
      NamedCause is = after.get(id);
      if (was == null) {
        lines.add("+ " + id + " " + is.certainty() + proof(is));
      } else if (is == null) {
        lines.add("- " + id + " " + was.certainty() + proof(was));
      } else if (was.certainty() != is.certainty()) {
        lines.add(
            "~ "
                + id
                + " "
                + was.certainty()
                + " -> "
                + is.certainty()
                + proof(was)
                + " ->"
                + proof(is));
      }
    }
    return lines;
  }

  private static List<String> sets(String kind, Set<String> before, Set<String> after) {
    List<String> lines = new ArrayList<>();
    after.stream()
        .filter(id -> !before.contains(id))
        .forEach(id -> lines.add("+ " + kind + " " + id));
    before.stream()
        .filter(id -> !after.contains(id))
        .forEach(id -> lines.add("- " + kind + " " + id));
    return lines;
  }

  private static Set<String> ruledOut(Diagnosis diagnosis) {
    return diagnosis.ruledOut().stream()
        .map(one -> one.page().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> notExamined(Diagnosis diagnosis) {
    return diagnosis.notExamined().stream()
        .map(one -> one.page().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> fixes(Diagnosis diagnosis) {
    return diagnosis.fixes().stream().map(planned -> planned.fix().id()).toList();
  }

  private static Map<String, NamedCause> named(Diagnosis diagnosis) {
    Map<String, NamedCause> named = new TreeMap<>();
    diagnosis.causes().forEach(cause -> named.put(cause.page().id(), cause));
    return named;
  }

  /** The rules that name a cause. */
  private static String proof(NamedCause cause) {
    return cause.proofs().stream()
        .map(Proof::rule)
        .map(rule -> "\"" + rule.name() + "\" " + rule.place())
        .distinct()
        .collect(Collectors.joining(", ", "  by ", ""));
  }

  private static Map<String, Object> words(Map<String, CausePage> pages) {
    return pages.values().stream()
        .collect(
            Collectors.toMap(
                CausePage::id,
                page -> List.of(page.title(), page.meaning(), page.explains(), page.fixes())));
  }

  private static Map<String, Object> rules(Catalogue catalogue) {
    Function<Rule, Object> words =
        rule ->
            List.of(
                rule.conditions().stream().map(Condition::text).toList(),
                rule.document(),
                rule.conclusion());
    return catalogue.rules().stream().collect(Collectors.toMap(Rule::name, words));
  }

  private static List<String> compared(String kind, Map<String, ?> before, Map<String, ?> after) {
    List<String> lines = new ArrayList<>();
    for (String name :
        new TreeSet<>(Stream.concat(before.keySet().stream(), after.keySet().stream()).toList())) {
      if (!before.containsKey(name)) {
        lines.add("+ " + kind + " " + name);
      } else if (!after.containsKey(name)) {
        lines.add("- " + kind + " " + name);
      } else if (!Objects.equals(before.get(name), after.get(name))) {
        lines.add("~ " + kind + " " + name);
      }
    }
    return lines;
  }
}
