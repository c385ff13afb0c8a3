package clbdoctor.rulebook;

import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.diagnosis.RuleChange;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.text.Folder;
import clbdoctor.text.ProblemsException;
import java.nio.file.Path;
import java.util.Comparator;
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
  /** From this many reports on, compiling all rules once costs less than a few for each. */
  private static final int MANY_REPORTS = 20;

  private final List<RuleFile> files;
  private final List<ReadRule> rules;
  private final List<String> overrides;
  private final Optional<EditedRules> edited;
  private final String hash;
  private final AtomicInteger reports = new AtomicInteger();
  private CompiledRules all;

  private RuleBook(ReadRules read) {
    this.edited = Optional.empty();
    this.hash = RuleHash.of(read.files());
    this.files = read.files();
    this.rules = read.rules();
    this.overrides = read.overrides();
  }

  /**
   * Reads every rule file below a folder.
   *
   * @param memory what earlier runs read
   * @throws ProblemsException when any rule is wrong: there is no partial rule book
   */
  public static RuleBook load(Path folder, ReadFiles memory) {
    return load(Folder.of(List.of(folder)), List.of(), memory);
  }

  /**
   * Reads the rule files of the shipped rules, with changes, and of the folders laid over them.
   *
   * @param memory what earlier runs read
   * @throws ProblemsException when any rule is wrong: there is no partial rule book
   */
  public static RuleBook load(List<Folder> folders, List<RuleChange> changes, ReadFiles memory) {
    CompiledRules.loadEngine();
    return of(ReadRules.of(folders, changes, memory));
  }

  static RuleBook of(List<RuleFile> files) {
    return of(ReadRules.of(files));
  }

  private static RuleBook of(ReadRules read) {
    if (!read.problems().isEmpty()) {
      throw new ProblemsException(read.problems());
    }
    return new RuleBook(read);
  }

  private RuleBook(RuleBook book, RuleBook earlier) {
    this.files = book.files;
    this.rules = book.rules;
    this.overrides = book.overrides;
    this.hash = book.hash;
    this.edited = EditedRules.of(rules, earlier.compiledWhole());
  }

  /**
   * The same rule book, which compiles only what an earlier one has not compiled. The earlier one
   * does not change.
   */
  public RuleBook after(RuleBook earlier) {
    return new RuleBook(this, earlier);
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

  /** The names of the rule files. */
  public List<String> files() {
    return files.stream().map(RuleFile::name).toList();
  }

  /** What folders laid over the first put in its place, a sentence each. */
  public List<String> overrides() {
    return List.copyOf(overrides);
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
}
