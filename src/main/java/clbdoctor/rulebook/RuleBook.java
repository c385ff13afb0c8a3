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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The rules of a rule folder, ready to run. A rule book never changes and may be shared by threads.
 *
 * <p>All rules are one package built in one batch: with several packages Drools 10.2.0 loses
 * matches (apache/incubator-kie issues 7109 and 7115).
 */
public final class RuleBook {
  /** From this many reports on, building all rules once costs less than a few for each. */
  private static final int MANY_REPORTS = 20;

  private final List<RuleFile> files;
  private final List<ReadRule> rules;
  private final List<String> overrides;
  private final CompletableFuture<String> hash;
  private final AtomicInteger reports = new AtomicInteger();
  private EngineRules all;

  /** Stands in for all rules while these are being built. */
  private volatile PatchedRules patched;

  private RuleBook(ReadRules read) {
    this.files = read.files();
    this.rules = read.rules();
    this.overrides = read.overrides();
    this.hash = CompletableFuture.supplyAsync(() -> RuleHash.of(files));
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
    EngineRules.loadEngine();
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
    return hash.join();
  }

  /** The beginning of the hash, as people are shown it. */
  public String shortHash() {
    return hash().substring(0, 12);
  }

  /** The same rule book with all its rules built now, for a program that runs on. */
  public RuleBook forManyReports() {
    all();
    reports.set(MANY_REPORTS);
    return this;
  }

  /** Every rule that holds for these facts, with the facts that matched it. */
  public List<Firing> run(Facts facts) {
    return fired(facts).stream().map(firing -> inOrder(firing, facts)).toList();
  }

  private List<Firing> fired(Facts facts) {
    PatchedRules standIn = patched;
    if (standIn != null) {
      return standIn.run(facts);
    }
    return reports.incrementAndGet() < MANY_REPORTS
        ? new EngineRules(Relevance.of(rules, facts)).run(facts)
        : all().run(facts);
  }

  /** All rules, built once. */
  synchronized EngineRules all() {
    if (all == null) {
      all = new EngineRules(rules);
      patched = null;
    }
    return all;
  }

  /**
   * Takes over what an earlier rule book has built of the same rules, so that this one can be used
   * at once. Rules are the same when they were read from the same text with one memory.
   */
  public void follow(RuleBook earlier) {
    PatchedRules.of(earlier.built(), rules).ifPresentOrElse(most -> patched = most, this::all);
  }

  private synchronized EngineRules built() {
    return all == null && patched != null ? patched.base() : all();
  }

  /** Builds all rules on another thread, for a rule book that follows another. */
  public void buildAhead() {
    CompletableFuture.runAsync(this::all);
  }

  /** Why a rule does not hold: its first condition that has no match. Empty when it holds. */
  public Optional<WhyNot> whyNot(Rule rule, Facts facts) {
    return WhyNot.of(
        rules.stream().filter(read -> read.rule().equals(rule)).findFirst().orElseThrow(), facts);
  }

  /** The engine gives matched facts in no order; a report needs one. */
  private static Firing inOrder(Firing firing, Facts facts) {
    if (firing.matched().size() < 2) {
      return firing;
    }
    List<Fact> matched = new ArrayList<>(firing.matched());
    matched.sort((one, other) -> facts.order(one) - facts.order(other));
    return new Firing(firing.rule(), matched);
  }
}
