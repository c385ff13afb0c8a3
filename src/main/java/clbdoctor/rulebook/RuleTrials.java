package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Facts;
import clbdoctor.rulebook.Mutations.Mutated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All beginnings of all rules beside all their mutants, built together, so that one run over some
 * facts tries every one of them. No rule depends on what another concludes; so what a mutant
 * changes is what its own firings change.
 */
public final class RuleTrials {
  /** Mutants without a joining constraint match more than rules do. */
  private static final Fence FENCE = new Fence(5_000_000, 300);

  /** What the engine runs under a name: a beginning of a rule, or a mutant of it. */
  private record Variant(Rule rule, int length, Optional<Mutant> mutant) {}

  private final Map<String, Variant> variants = new HashMap<>();
  private final List<Mutant> mutants = new ArrayList<>();
  private final EngineRules engine;

  private RuleTrials(List<ReadRule> rules, boolean mutate) {
    List<ReadRule> all = new ArrayList<>();
    for (ReadRule rule : rules) {
      for (int length = 1; length <= rule.patterns().size(); length++) {
        add(all, new Variant(rule.rule(), length, Optional.empty()), beginning(rule, length));
      }
      for (Mutated mutated : mutate ? Mutations.of(rule) : List.<Mutated>of()) {
        mutants.add(mutated.mutant());
        add(all, new Variant(rule.rule(), 0, Optional.of(mutated.mutant())), mutated.patterns());
      }
    }
    this.engine = new EngineRules(all);
  }

  /** The rules with their beginnings and, if wished, their mutants. */
  public static RuleTrials of(RuleBook book, boolean mutate) {
    return new RuleTrials(book.read(), mutate);
  }

  public List<Mutant> mutants() {
    return List.copyOf(mutants);
  }

  /**
   * What happens with some facts.
   *
   * @param firings of the rules as they are
   * @param mutants the firings of each mutant that fires; they carry the rule to judge by
   * @param reached for each rule how many of its conditions, from the first on, hold together
   */
  public record Trial(
      List<Firing> firings, Map<Mutant, List<Firing>> mutants, Map<Rule, Integer> reached) {}

  public Trial run(Facts facts) {
    List<Firing> firings = new ArrayList<>();
    Map<Mutant, List<Firing>> changed = new IdentityHashMap<>();
    Map<Rule, Integer> reached = new HashMap<>();
    for (Firing firing : engine.run(facts, FENCE)) {
      Variant variant = variants.get(firing.rule().name());
      if (variant.mutant().isPresent()) {
        List<Firing> own =
            changed.computeIfAbsent(variant.mutant().get(), mutant -> new ArrayList<>());
        variant
            .mutant()
            .get()
            .changed()
            .ifPresent(rule -> own.add(new Firing(rule, firing.matched())));
      } else {
        reached.merge(variant.rule(), variant.length(), Math::max);
        if (variant.length() == variant.rule().conditions().size()) {
          firings.add(new Firing(variant.rule(), firing.matched()));
        }
      }
    }
    return new Trial(firings, changed, reached);
  }

  private void add(List<ReadRule> all, Variant variant, List<RulePattern> patterns) {
    Rule rule = variant.rule();
    String name = "variant " + variants.size();
    variants.put(name, variant);
    all.add(
        new ReadRule(
            new Rule(
                name,
                rule.file(),
                rule.line(),
                rule.document(),
                rule.conditions(),
                rule.conclusion()),
            patterns));
  }

  private static List<RulePattern> beginning(ReadRule rule, int length) {
    return rule.patterns().subList(0, length);
  }
}
