package clbdoctor.yaml;

import clbdoctor.diagnosis.CausePage;
import clbdoctor.diagnosis.Fix;
import clbdoctor.diagnosis.Observation;
import clbdoctor.diagnosis.RuleChange;
import clbdoctor.fact.Subject;
import clbdoctor.text.Code;
import clbdoctor.text.Folder;
import clbdoctor.text.Nearest;
import clbdoctor.text.Problem;
import clbdoctor.yaml.RuleForms.CaseForm;
import clbdoctor.yaml.RuleForms.CauseChange;
import clbdoctor.yaml.RuleForms.CauseForm;
import clbdoctor.yaml.RuleForms.FixForm;
import clbdoctor.yaml.RuleForms.ObservationForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the YAML files of one rule folder into what was read of the folders below it. */
final class RuleTextReader {
  private static final String FIXES = "fixes";
  private static final String OBSERVATIONS = "observations";
  private static final String LAYER = "[0-9]+-[a-z-]+";

  private final RuleTexts texts;
  private final boolean laidOver;
  private final List<Problem> found = new ArrayList<>();

  /**
   * A reader that adds to {@code texts}.
   *
   * @param laidOver whether the folder changes what another one says
   */
  RuleTextReader(RuleTexts texts, boolean laidOver) {
    this.texts = texts;
    this.laidOver = laidOver;
  }

  void read(Folder folder) {
    for (RuleTextFile file : RuleTextFile.in(folder, texts.seen, texts.problems)) {
      found.clear();
      read(file);
      found.forEach(problem -> texts.problems.add(problem.orElse(Code.YAML_FORM)));
    }
  }

  private void read(RuleTextFile file) {
    if (file.section().equals(FIXES)) {
      remembered(file, Fix.class, () -> form(FixForm.class, file).map(procedures(file)::fix))
          .ifPresent(fix -> add(file, fix));
    } else if (file.section().equals(OBSERVATIONS)) {
      remembered(file, Observation.class, () -> observation(file))
          .ifPresent(observation -> add(file, observation));
    } else if (laidOver && texts.causeFiles.containsKey(file.id())) {
      form(CauseChange.class, file).ifPresent(form -> change(file, form));
    } else if (laidOver && !file.section().matches(LAYER)) {
      found.add(
          file.problem(
              Code.NOTHING_TO_CHANGE,
              "there is no cause \""
                  + file.id()
                  + "\" to change"
                  + Nearest.hint(file.id(), texts.causeFiles.keySet())
                  + "; a new cause stands in a folder such as 6-service, a fix in fixes"));
    } else {
      remembered(
              file,
              CausePage.class,
              () -> form(CauseForm.class, file).map(form -> cause(file, form)))
          .ifPresent(page -> add(file, page));
    }
  }

  /** What an earlier run read from this very text, or else what reading it gives. */
  private <R extends Record> Optional<R> remembered(
      RuleTextFile file, Class<R> type, Supplier<Optional<R>> reading) {
    Optional<R> known = texts.memory.recall(file.file(), file.text(), type);
    if (known.isPresent()) {
      return known;
    }
    Optional<R> read = reading.get();
    if (found.isEmpty()) {
      read.ifPresent(value -> texts.memory.keep(file.file(), file.text(), type, value));
    }
    return read;
  }

  private ProcedureReader procedures(RuleTextFile file) {
    return new ProcedureReader(file, found);
  }

  private <R> Optional<R> form(Class<R> form, RuleTextFile file) {
    return file.root(found).flatMap(root -> new RecordReader(file.file(), found).read(form, root));
  }

  private CausePage cause(RuleTextFile file, CauseForm form) {
    if (!file.section().matches(LAYER)) {
      found.add(
          file.problem(
              Code.MISPLACED_FILE,
              "a cause stands in the folder of the step of the check at which it strikes, such as "
                  + "6-service"));
    }
    cases(file, form.cases());
    return new CausePage(
        file.id(),
        file.file(),
        file.section().replaceFirst("^[0-9]+-", ""),
        0,
        form.title(),
        form.meaning(),
        Set.copyOf(form.explains()),
        form.fixes());
  }

  private void add(RuleTextFile file, CausePage page) {
    RuleTextFile earlier = texts.causeFiles.putIfAbsent(file.id(), file);
    if (earlier != null) {
      found.add(
          file.problem(
              Code.REPEATED_CAUSE,
              "the cause \"" + file.id() + "\" stands already in " + earlier.file()));
      return;
    }
    texts.sections.put(file.id(), file.section());
    texts.causes.put(file.id(), page);
  }

  private void cases(RuleTextFile file, List<CaseForm> cases) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < cases.size(); i++) {
      List<Problem> wrong = new ArrayList<>();
      for (RuleCase one : RuleCase.of(file.file(), file.id(), cases.get(i), wrong)) {
        if (!names.add(one.name())) {
          String message = "two cases are called \"" + one.name() + "\"";
          found.add(file.problem(Code.REPEATED_CASE, message, "cases", i));
        }
        texts.cases.add(one);
      }
      wrong.stream().distinct().forEach(problem -> found.add(problem.orElse(Code.CASE_FACTS)));
    }
  }

  /** A shipped page with what a site says instead. */
  private void change(RuleTextFile file, CauseChange form) {
    CausePage page = texts.causes.get(file.id());
    if (page == null) {
      return;
    }
    texts.causes.put(
        page.id(),
        new CausePage(
            page.id(),
            page.file(),
            page.layer(),
            page.order(),
            form.title().orElse(page.title()),
            form.meaning().orElse(page.meaning()),
            file.keys().contains("explains") ? Set.copyOf(form.explains()) : page.explains(),
            file.keys().contains("fixes") ? form.fixes() : page.fixes()));
    Set<String> renewed = new HashSet<>(form.cases().stream().map(CaseForm::name).toList());
    texts.cases.removeIf(one -> one.causeId().equals(page.id()) && renewed.contains(one.name()));
    cases(file, form.cases());
    for (int i = 0; i < form.changes().size(); i++) {
      var change = form.changes().get(i);
      int line = file.problem(Code.UNMATCHED_CHANGE, "", "changes", i).line();
      texts.changes.add(
          new RuleChange(
              page.id(), change.rule(), change.instead(), change.write(), file.file(), line));
    }
    texts.causeFiles.put(page.id(), file);
    String keys = String.join(", ", file.keys());
    texts.overrides.add(file.file() + " changes " + keys + " of " + page.file());
  }

  private void add(RuleTextFile file, Fix fix) {
    RuleTextFile earlier = texts.fixFiles.put(fix.id(), file);
    if (earlier != null && laidOver) {
      texts.overrides.add(file.file() + " stands in for " + earlier.file());
    }
    texts.fixes.put(fix.id(), fix);
  }

  private Optional<Observation> observation(RuleTextFile file) {
    Optional<Subject> subject = Subject.ofKey(file.id());
    if (subject.isEmpty()) {
      found.add(
          file.problem(
              Code.UNKNOWN_SECTION,
              "there is no section \""
                  + file.id()
                  + "\" in fact files"
                  + Nearest.hint(file.id(), FactFile.knownKeys())));
      return Optional.empty();
    }
    return form(ObservationForm.class, file)
        .map(form -> procedures(file).observation(subject.get(), form));
  }

  private void add(RuleTextFile file, Observation observation) {
    if (texts.observations.put(observation.subject(), observation) != null) {
      texts.overrides.add(file.file() + " stands in for the shipped " + file.id() + ".yaml");
    }
  }

  /** Causes follow the way of the check: the folders by their number, then the ids. */
  static void order(RuleTexts texts) {
    Map<String, CausePage> onTheWay = new TreeMap<>();
    texts.causes.forEach((id, page) -> onTheWay.put(texts.sections.get(id) + "/" + id, page));
    int order = 0;
    for (CausePage page : onTheWay.values()) {
      texts.causes.put(page.id(), page.at(order++));
    }
  }

  static void checkReferences(RuleTexts texts) {
    for (CausePage page : texts.causes.values()) {
      RuleTextFile file = texts.causeFiles.get(page.id());
      for (int i = 0; i < page.fixes().size(); i++) {
        String fix = page.fixes().get(i);
        if (!texts.saw(fix)) {
          texts.problems.add(
              file.problem(
                  Code.UNKNOWN_FIX,
                  "there is no fix \"" + fix + "\"" + Nearest.hint(fix, texts.fixFiles.keySet()),
                  "fixes",
                  i));
        }
      }
    }
  }
}
