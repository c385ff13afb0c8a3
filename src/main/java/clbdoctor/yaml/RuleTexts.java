package clbdoctor.yaml;

import clbdoctor.diagnosis.Action;
import clbdoctor.diagnosis.CausePage;
import clbdoctor.diagnosis.Fix;
import clbdoctor.diagnosis.Observation;
import clbdoctor.diagnosis.Risk;
import clbdoctor.diagnosis.Values;
import clbdoctor.fact.FirewallTool;
import clbdoctor.fact.InitSystem;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.ServerSoftware;
import clbdoctor.fact.Subject;
import clbdoctor.fact.SymptomKind;
import clbdoctor.text.Nearest;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The YAML files of a rule folder: cause pages with their cases, fixes, ways to look. */
public final class RuleTexts {
  private static final String FIXES = "fixes";
  private static final String OBSERVATIONS = "observations";

  private final Map<String, CausePage> causes = new TreeMap<>();
  private final Map<String, Fix> fixes = new TreeMap<>();
  private final Map<Subject, Observation> observations = new EnumMap<>(Subject.class);
  private final List<RuleCase> cases = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private RuleTexts() {}

  /** A cause page as its file has it. */
  record CauseText(
      String title,
      String meaning,
      List<SymptomKind> explains,
      List<String> fixes,
      List<CaseText> cases) {}

  record CaseText(String name, Node given, Node expect) {}

  record FixText(String says, String precondition, Risk risk, List<WayText> ways) {}

  record WayText(
      Optional<FitsText> on,
      List<ActionText> steps,
      List<ActionText> verify,
      List<ActionText> rollback) {}

  record FitsText(
      Optional<OperatingSystem> os,
      Optional<FirewallTool> firewall,
      Optional<ServerSoftware> software,
      Optional<InitSystem> initSystem) {}

  record ActionText(String says, Optional<String> command) {}

  record ObservationText(String says, int cost, List<String> linux, List<String> windows) {}

  /**
   * Reads all YAML files below a rule folder.
   *
   * @throws ProblemsException when any of them is wrong
   */
  public static RuleTexts read(Path folder) {
    RuleTexts texts = new RuleTexts();
    texts.readAll(folder);
    if (!texts.problems.isEmpty()) {
      throw new ProblemsException(texts.problems);
    }
    return texts;
  }

  public Map<String, CausePage> causes() {
    return Map.copyOf(causes);
  }

  public Map<String, Fix> fixes() {
    return Map.copyOf(fixes);
  }

  public Map<Subject, Observation> observations() {
    return Map.copyOf(observations);
  }

  public List<RuleCase> cases() {
    return List.copyOf(cases);
  }

  private void readAll(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      int order = 0;
      for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
        read(folder, path, order++);
      }
    } catch (IOException e) {
      problems.add(new Problem(folder.toString(), 1, 0, "cannot be read as a rule folder"));
    }
    checkReferences();
  }

  private void read(Path folder, Path path, int order) throws IOException {
    String file =
        folder.getFileName() + "/" + folder.relativize(path).toString().replace('\\', '/');
    String section = folder.relativize(path).getName(0).toString();
    String id = path.getFileName().toString().replaceFirst("\\.yaml$", "");
    RecordReader reader = new RecordReader(file, problems);
    Optional<Node> node;
    try {
      node = NodeReader.read(file, Files.readString(path), 1);
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
      return;
    }
    if (node.isEmpty()) {
      problems.add(new Problem(file, 1, 0, "the file is empty"));
    } else if (section.equals(FIXES)) {
      reader.read(FixText.class, node.get()).ifPresent(text -> fix(file, id, text));
    } else if (section.equals(OBSERVATIONS)) {
      reader.read(ObservationText.class, node.get()).ifPresent(text -> observation(file, id, text));
    } else {
      reader
          .read(CauseText.class, node.get())
          .ifPresent(text -> cause(file, id, section.replaceFirst("^[0-9]+-", ""), order, text));
    }
  }

  private void cause(String file, String id, String layer, int order, CauseText text) {
    causes.put(
        id,
        new CausePage(
            id,
            file,
            layer,
            order,
            text.title(),
            text.meaning(),
            Set.copyOf(text.explains()),
            text.fixes()));
    Set<String> names = new HashSet<>();
    for (CaseText one : text.cases()) {
      if (!names.add(one.name())) {
        problems.add(
            new Problem(
                file, one.given().line(), 0, "two cases are called \"" + one.name() + "\""));
      }
      cases.add(RuleCase.of(file, id, one, problems));
    }
  }

  private void fix(String file, String id, FixText text) {
    List<Fix.Way> ways =
        text.ways().stream()
            .map(
                way ->
                    new Fix.Way(
                        way.on()
                            .map(
                                on ->
                                    new Fix.Fits(
                                        on.os(), on.firewall(), on.software(), on.initSystem()))
                            .orElse(
                                new Fix.Fits(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())),
                        actions(file, way.steps()),
                        actions(file, way.verify()),
                        actions(file, way.rollback())))
            .toList();
    fixes.put(id, new Fix(id, text.says(), text.precondition(), text.risk(), ways));
  }

  private List<Action> actions(String file, List<ActionText> texts) {
    texts.forEach(
        text -> {
          checkPlaceholders(file, text.says());
          text.command().ifPresent(command -> checkPlaceholders(file, command));
        });
    return texts.stream().map(text -> new Action(text.says(), text.command())).toList();
  }

  private void observation(String file, String id, ObservationText text) {
    Optional<Subject> subject = Subject.ofKey(id);
    if (subject.isEmpty()) {
      problems.add(
          new Problem(
              file,
              1,
              0,
              "there is no section \""
                  + id
                  + "\" in fact files"
                  + Nearest.hint(id, FactFile.knownKeys())));
      return;
    }
    Stream.concat(text.linux().stream(), text.windows().stream())
        .forEach(command -> checkPlaceholders(file, command));
    observations.put(
        subject.get(),
        new Observation(
            subject.get(),
            text.says(),
            text.cost(),
            Map.of(OperatingSystem.LINUX, text.linux(), OperatingSystem.WINDOWS, text.windows())));
  }

  private void checkPlaceholders(String file, String template) {
    Values.firstUnknownPlaceholder(template)
        .ifPresent(
            unknown ->
                problems.add(
                    new Problem(
                        file,
                        1,
                        0,
                        unknown
                            + " in \""
                            + template
                            + "\" stands for nothing; "
                            + "write {section.component}, {checkedPort}, {checkSource}, {checkSourceAddress} or {transport}")));
  }

  private void checkReferences() {
    for (CausePage page : causes.values()) {
      for (String fix : page.fixes()) {
        if (!fixes.containsKey(fix)) {
          problems.add(
              new Problem(
                  page.file(),
                  1,
                  0,
                  "there is no fix \"" + fix + "\"" + Nearest.hint(fix, fixes.keySet())));
        }
      }
    }
  }
}
