package clbdoctor.yaml;

import clbdoctor.cache.ReadFiles;
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
import java.util.function.Function;
import java.util.function.Predicate;
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

  private final ReadFiles memory;

  private RuleTexts(ReadFiles memory) {
    this.memory = memory;
  }

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
   * @param memory what earlier runs read
   * @throws ProblemsException when any of them is wrong
   */
  public static RuleTexts read(Path folder, ReadFiles memory) {
    return readWhole(folder, memory);
  }

  /** The cases beside the rules. */
  public static List<RuleCase> cases(Path folder) {
    return cases(folder, causeId -> true);
  }

  /** The cases beside some causes; other files are not read. */
  public static List<RuleCase> cases(Path folder, Predicate<String> causeId) {
    RuleTexts texts = new RuleTexts(ReadFiles.none());
    texts.readAll(folder, path -> !shared(folder, path) && causeId.test(id(path)));
    texts.refuseIfWrong();
    return List.copyOf(texts.cases);
  }

  private static boolean shared(Path folder, Path path) {
    return List.of(FIXES, OBSERVATIONS).contains(folder.relativize(path).getName(0).toString());
  }

  private static String id(Path path) {
    return path.getFileName().toString().replaceFirst("\\.yaml$", "");
  }

  private static RuleTexts readWhole(Path folder, ReadFiles memory) {
    RuleTexts texts = new RuleTexts(memory);
    texts.readAll(folder, path -> true);
    texts.checkReferences();
    texts.refuseIfWrong();
    return texts;
  }

  private void refuseIfWrong() {
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
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

  private void readAll(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.walk(folder)) {
      int order = 0;
      for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
        if (wanted.test(path)) {
          read(folder, path, order);
        }
        order++;
      }
    } catch (IOException e) {
      problems.add(new Problem(folder.toString(), 1, 0, "cannot be read as a rule folder"));
    }
  }

  private void read(Path folder, Path path, int order) throws IOException {
    String file =
        folder.getFileName() + "/" + folder.relativize(path).toString().replace('\\', '/');
    String section = folder.relativize(path).getName(0).toString();
    String id = id(path);
    String text = Files.readString(path);
    switch (section) {
      case FIXES ->
          remembered(file, text, Fix.class, node -> fix(file, id, node))
              .ifPresent(fix -> fixes.put(id, fix));
      case OBSERVATIONS ->
          remembered(file, text, Observation.class, node -> observation(file, id, node))
              .ifPresent(observation -> observations.put(observation.subject(), observation));
      default ->
          remembered(file, text, CausePage.class, node -> cause(file, id, section, node))
              .ifPresent(page -> causes.put(id, page.at(order)));
    }
  }

  /** What an earlier run read from this very text, or else what reading it gives. */
  private <R extends Record> Optional<R> remembered(
      String file, String text, Class<R> type, Function<Node, Optional<R>> reading) {
    Optional<R> known = memory.recall(file, text, type);
    if (known.isPresent()) {
      return known;
    }
    int before = problems.size();
    Optional<R> read = node(file, text).flatMap(reading);
    if (problems.size() == before) {
      read.ifPresent(value -> memory.keep(file, text, type, value));
    }
    return read;
  }

  private Optional<Node> node(String file, String text) {
    try {
      Optional<Node> node = NodeReader.read(file, text, 1);
      if (node.isEmpty()) {
        problems.add(new Problem(file, 1, 0, "the file is empty"));
      }
      return node;
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private <R> Optional<R> record(String file, Class<R> type, Node node) {
    return new RecordReader(file, problems).read(type, node);
  }

  private Optional<CausePage> cause(String file, String id, String section, Node node) {
    Optional<CauseText> read = record(file, CauseText.class, node);
    read.ifPresent(text -> readCases(file, id, text));
    return read.map(
        text ->
            new CausePage(
                id,
                file,
                section.replaceFirst("^[0-9]+-", ""),
                0,
                text.title(),
                text.meaning(),
                Set.copyOf(text.explains()),
                text.fixes()));
  }

  private void readCases(String file, String id, CauseText text) {
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

  private Optional<Fix> fix(String file, String id, Node node) {
    return record(file, FixText.class, node)
        .map(
            text ->
                new Fix(
                    id,
                    text.says(),
                    text.precondition(),
                    text.risk(),
                    text.ways().stream().map(way -> way(file, way)).toList()));
  }

  private Fix.Way way(String file, WayText way) {
    FitsText on =
        way.on()
            .orElse(
                new FitsText(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    return new Fix.Way(
        new Fix.Fits(on.os(), on.firewall(), on.software(), on.initSystem()),
        actions(file, way.steps()),
        actions(file, way.verify()),
        actions(file, way.rollback()));
  }

  private List<Action> actions(String file, List<ActionText> texts) {
    texts.forEach(
        text -> {
          checkPlaceholders(file, text.says());
          text.command().ifPresent(command -> checkPlaceholders(file, command));
        });
    return texts.stream().map(text -> new Action(text.says(), text.command())).toList();
  }

  private Optional<Observation> observation(String file, String id, Node node) {
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
      return Optional.empty();
    }
    Optional<ObservationText> read = record(file, ObservationText.class, node);
    read.stream()
        .flatMap(text -> Stream.concat(text.linux().stream(), text.windows().stream()))
        .forEach(command -> checkPlaceholders(file, command));
    return read.map(
        text ->
            new Observation(
                subject.get(),
                text.says(),
                text.cost(),
                Map.of(
                    OperatingSystem.LINUX, text.linux(), OperatingSystem.WINDOWS, text.windows())));
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
