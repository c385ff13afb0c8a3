package clbdoctor.report;

import clbdoctor.diagnosis.Action;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.Answer;
import clbdoctor.diagnosis.Diagnosis.Excluded;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.NextFact;
import clbdoctor.diagnosis.Diagnosis.NotExamined;
import clbdoctor.diagnosis.Diagnosis.PlannedFix;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Evidence;
import clbdoctor.diagnosis.Fix.Way;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.FailedLook;
import clbdoctor.fact.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A diagnosis as maps and lists, for JSON and YAML; its form is {@code diagnosis.schema.json}. */
public final class DiagnosisTree {
  private static final int SCHEMA = 1;

  private DiagnosisTree() {}

  /**
   * The tree of a diagnosis.
   *
   * @param rulesHash identity of the rule book
   * @param ruleFiles how many rule files it has
   * @param overrides what a site lays over the shipped rules, a sentence each
   */
  public static Map<String, Object> of(
      Diagnosis diagnosis, String rulesHash, int ruleFiles, List<String> overrides) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("report", diagnosis.report());
    tree.put("verdict", diagnosis.verdict().name());
    tree.put("causes", diagnosis.causes().stream().map(DiagnosisTree::cause).toList());
    tree.put("fixes", diagnosis.fixes().stream().map(DiagnosisTree::fix).toList());
    tree.put("ruledOut", diagnosis.ruledOut().stream().map(DiagnosisTree::excluded).toList());
    tree.put("notExamined", diagnosis.notExamined().stream().map(DiagnosisTree::open).toList());
    tree.put("nextFacts", diagnosis.nextFacts().stream().map(DiagnosisTree::next).toList());
    diagnosis.windows().ifPresent(windows -> tree.put("windows", windows(windows)));
    Map<String, Object> rules = new LinkedHashMap<>();
    rules.put("hash", rulesHash);
    rules.put("files", ruleFiles);
    if (!overrides.isEmpty()) {
      rules.put("overrides", overrides);
    }
    tree.put("rules", rules);
    return tree;
  }

  private static Map<String, Object> cause(NamedCause cause) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", cause.page().id());
    tree.put("certainty", cause.certainty().name());
    tree.put("layer", cause.page().layer());
    tree.put("says", cause.page().title());
    tree.put(
        "document",
        cause.proofs().stream()
            .flatMap(p -> p.rule().document().stream())
            .distinct()
            .sorted()
            .toList());
    tree.put("evidence", cause.proofs().stream().map(DiagnosisTree::proof).toList());
    tree.put("against", cause.against().stream().map(DiagnosisTree::proof).toList());
    tree.put("fixes", cause.page().fixes());
    return tree;
  }

  private static Map<String, Object> proof(Proof proof) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("rule", proof.rule().name());
    tree.put("place", proof.rule().place());
    tree.put("document", proof.rule().document());
    tree.put("facts", proof.evidence().stream().map(DiagnosisTree::evidence).toList());
    return tree;
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("says", evidence.says());
    tree.put("places", evidence.places());
    return tree;
  }

  private static Map<String, Object> fix(PlannedFix planned) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", planned.fix().id());
    tree.put("says", planned.fix().says());
    tree.put("causes", planned.causes());
    tree.put("precondition", planned.fix().precondition());
    tree.put("risk", planned.fix().risk().name());
    tree.putAll(way(planned.ways().get(0)));
    List<Way> others = planned.ways().subList(1, planned.ways().size());
    tree.put("alternatives", others.stream().map(DiagnosisTree::way).toList());
    return tree;
  }

  private static Map<String, Object> way(Way way) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("on", way.fits().toString());
    tree.put("steps", actions(way.steps()));
    tree.put("verify", actions(way.verify()));
    tree.put("rollback", actions(way.rollback()));
    return tree;
  }

  private static List<Map<String, Object>> actions(List<Action> actions) {
    return actions.stream()
        .map(
            action -> {
              Map<String, Object> tree = new LinkedHashMap<>();
              tree.put("says", action.says());
              action.command().ifPresent(command -> tree.put("command", command));
              return tree;
            })
        .toList();
  }

  private static Map<String, Object> excluded(Excluded excluded) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", excluded.page().id());
    tree.put("because", proof(excluded.because()));
    return tree;
  }

  private static Map<String, Object> open(NotExamined open) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", open.page().id());
    tree.put("missing", open.missing().stream().sorted().map(Subject::key).toList());
    tree.put("failedLooks", open.failures().stream().map(DiagnosisTree::failed).toList());
    tree.put("leftOpen", open.leftOpen().stream().map(DiagnosisTree::evidence).toList());
    return tree;
  }

  private static Map<String, Object> failed(FailedLook look) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("command", look.command());
    tree.put("reason", look.reason().name());
    tree.put("sections", look.sections().stream().sorted().map(Subject::key).toList());
    return tree;
  }

  private static Map<String, Object> next(NextFact next) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("section", next.observation().subject().key());
    tree.put("says", next.observation().says());
    tree.put("commands", next.commands());
    tree.put("bits", Math.round(next.bits() * 100) / 100.0);
    tree.put("decides", next.answers().stream().map(Answer::causeId).toList());
    tree.put("answers", next.answers().stream().map(DiagnosisTree::answer).toList());
    return tree;
  }

  private static Map<String, Object> answer(Answer answer) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("when", answer.when());
    tree.put("cause", answer.causeId());
    return tree;
  }

  private static Map<String, Object> windows(CheckWindows windows) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("failSeconds", windows.failSeconds());
    tree.put("recoverSeconds", windows.recoverSeconds());
    tree.put("detectSeconds", windows.detectSeconds());
    tree.put("assumesDefaults", windows.assumesDefaults());
    return tree;
  }
}
