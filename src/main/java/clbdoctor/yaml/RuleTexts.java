package clbdoctor.yaml;

import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.CausePage;
import clbdoctor.diagnosis.Fix;
import clbdoctor.diagnosis.Observation;
import clbdoctor.diagnosis.RuleChange;
import clbdoctor.fact.Subject;
import clbdoctor.text.Folder;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The YAML files of a rule folder: cause pages with their cases, fixes, ways to look. */
public final class RuleTexts {
  final Map<String, CausePage> causes = new TreeMap<>();
  final Map<String, Fix> fixes = new TreeMap<>();
  final Map<Subject, Observation> observations = new EnumMap<>(Subject.class);

  /** The folder of each cause: {@code 6-service}. */
  final Map<String, String> sections = new TreeMap<>();

  final List<RuleCase> cases = new ArrayList<>();
  final List<RuleChange> changes = new ArrayList<>();
  final List<String> overrides = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  final ReadFiles memory;

  /** The files that speak of a cause or a fix, by its id; the last one is what holds. */
  final Map<String, RuleTextFile> causeFiles = new TreeMap<>();

  final Map<String, RuleTextFile> fixFiles = new TreeMap<>();

  /** Ids of all files, readable or not. */
  final Set<String> seen = new TreeSet<>();

  private RuleTexts(ReadFiles memory) {
    this.memory = memory;
  }

  /**
   * Reads the YAML files of the shipped rules, and of the folders laid over them; {@link
   * #problems()} has what cannot be read.
   *
   * @param memory what earlier runs read
   */
  public static RuleTexts readable(List<Folder> folders, ReadFiles memory) {
    RuleTexts texts = new RuleTexts(memory);
    folders.forEach(folder -> new RuleTextReader(texts, folder != folders.get(0)).read(folder));
    RuleTextReader.order(texts);
    RuleTextReader.checkReferences(texts);
    return texts;
  }

  public Map<String, CausePage> causes() {
    return Map.copyOf(causes);
  }

  /** Whether there is a YAML file of this name, readable or not. */
  public boolean saw(String id) {
    return seen.contains(id);
  }

  public Map<String, Fix> fixes() {
    return Map.copyOf(fixes);
  }

  public Map<Subject, Observation> observations() {
    return Map.copyOf(observations);
  }

  /** The cases of what was read anew, not from memory. */
  public List<RuleCase> cases() {
    return List.copyOf(cases);
  }

  /** What folders laid over the first write differently in its rules. */
  public List<RuleChange> changes() {
    return List.copyOf(changes);
  }

  /** What folders laid over the first put in its place, a sentence each. */
  public List<String> overrides() {
    return List.copyOf(overrides);
  }

  /** What is wrong with the files, whether they can be used or not. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** What is well written and still wanting. */
  public List<Problem> lint() {
    return TextLint.of(this);
  }
}
