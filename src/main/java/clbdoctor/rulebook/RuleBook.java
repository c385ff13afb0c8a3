package clbdoctor.rulebook;

import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The rules of a rule folder, compiled. A rule book never changes and may be shared by threads.
 *
 * <p>All rules are one package built in one batch: with several packages Drools 10.2.0 loses
 * matches (apache/incubator-kie issues 7109 and 7115).
 */
public final class RuleBook {
  /** Ten times the shipped rules; a thousand rules take a second to compile. */
  private static final int MOST_RULES = 5_000;

  /** From this many reports on, compiling all rules once costs less than a few for each. */
  private static final int MANY_REPORTS = 20;

  private final List<RuleFile> files;
  private final List<ReadRule> rules;
  private final Optional<EditedRules> edited;
  private final String hash;
  private final AtomicInteger reports = new AtomicInteger();
  private CompiledRules all;

  private RuleBook(List<RuleFile> files, List<ReadRule> rules, Optional<EditedRules> edited) {
    this.files = files;
    this.rules = rules;
    this.edited = edited;
    this.hash = RuleHash.of(files);
  }

  /**
   * Reads every rule file below a folder.
   *
   * @param memory what earlier runs read
   * @throws ProblemsException when any rule is wrong: there is no partial rule book
   */
  public static RuleBook load(Path folder, ReadFiles memory) {
    return of(RuleFile.in(folder), memory);
  }

  static RuleBook of(List<RuleFile> files) {
    return of(files, ReadFiles.none());
  }

  private static RuleBook of(List<RuleFile> files, ReadFiles memory) {
    List<RuleFile> sorted = files.stream().sorted(Comparator.comparing(RuleFile::name)).toList();
    RuleReader reader = new RuleReader(memory);
    sorted.forEach(reader::read);
    List<Problem> problems = new ArrayList<>(reader.problems());
    problems.addAll(repeatedNames(reader.rules()));
    if (reader.rules().size() > MOST_RULES) {
      problems.add(
          new Problem(
              sorted.get(0).name(),
              1,
              0,
              "is one of files with "
                  + reader.rules().size()
                  + " rules; a rule book holds at most "
                  + MOST_RULES));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new RuleBook(sorted, reader.rules(), Optional.empty());
  }

  /**
   * The same rule book, which compiles only what an earlier one has not compiled. The earlier one
   * does not change.
   */
  public RuleBook after(RuleBook earlier) {
    return new RuleBook(files, rules, EditedRules.of(rules, earlier.compiledWhole()));
  }

  private synchronized Optional<CompiledRules> compiledWhole() {
    return all == null ? edited.map(EditedRules::whole) : Optional.of(all);
  }

  /** The rules in the order of their files. */
  public List<Rule> rules() {
    return rules.stream().map(ReadRule::rule).toList();
  }

  List<ReadRule> read() {
    return rules;
  }

  public int fileCount() {
    return files.size();
  }

  /** A digest of the names and texts of all rule files. */
  public String hash() {
    return hash;
  }

  /** Every rule that holds for these facts, with the facts that matched it. */
  public List<Firing> run(Facts facts) {
    Map<Fact, Integer> order = new IdentityHashMap<>();
    facts.all().forEach(fact -> order.put(fact, order.size()));
    return matches(facts).stream().map(firing -> inOrder(firing, order)).toList();
  }

  private List<Firing> matches(Facts facts) {
    return edited.isPresent() ? edited.get().run(facts.all()) : compiled(facts).run(facts.all());
  }

  private CompiledRules compiled(Facts facts) {
    return reports.incrementAndGet() < MANY_REPORTS
        ? new CompiledRules(Relevance.of(rules, facts.all()))
        : all();
  }

  /** All rules, compiled once. */
  synchronized CompiledRules all() {
    if (all == null) {
      all = new CompiledRules(rules);
    }
    return all;
  }

  /** Why a rule does not hold: its first condition that has no match. Empty when it holds. */
  public Optional<WhyNot> whyNot(Rule rule, Facts facts) {
    return WhyNot.of(
        rules.stream().filter(read -> read.rule().equals(rule)).findFirst().orElseThrow(), facts);
  }

  /** The engine gives matched facts in no order; a report needs one. */
  private static Firing inOrder(Firing firing, Map<Fact, Integer> order) {
    return new Firing(
        firing.rule(), firing.matched().stream().sorted(Comparator.comparing(order::get)).toList());
  }

  private static List<Problem> repeatedNames(List<ReadRule> read) {
    Map<String, Rule> first = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (ReadRule next : read) {
      Rule rule = next.rule();
      Rule earlier = first.putIfAbsent(rule.name(), rule);
      if (earlier != null) {
        problems.add(
            new Problem(
                rule.file(),
                rule.line(),
                0,
                "a rule called \"" + rule.name() + "\" stands already at " + earlier.place()));
      }
    }
    return problems;
  }
}
