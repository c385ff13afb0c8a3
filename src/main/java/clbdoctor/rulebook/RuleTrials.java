package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.rulebook.Mutations.Mutated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.KieBase;

/**
 * All rules of a rule book beside all their mutants and all their beginnings, compiled together, so
 * that one run over some facts tries every one of them. No rule depends on what another concludes;
 * so what a mutant changes is what its own firings change.
 */
public final class RuleTrials {
  /** Mutants without a joining constraint match more than rules do. */
  private static final int MOST_FIRINGS = 5_000_000;

  private final List<RuleShape> shapes;
  private final List<Mutated> mutants = new ArrayList<>();
  private final Map<String, Mutant> byName = new HashMap<>();
  private final Map<String, Integer> rules = new HashMap<>();
  private final KieBase base;

  private RuleTrials(List<RuleShape> shapes, boolean mutate) {
    this.shapes = shapes;
    List<RuleDescr> all = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      for (int length = 1; length <= shapes.get(i).conditions().size(); length++) {
        all.add(shapes.get(i).beginning(length).description(beginning(i, length)));
      }
      rules.put(beginning(i, shapes.get(i).conditions().size()), i);
      if (mutate) {
        mutants.addAll(Mutations.of(shapes.get(i)));
      }
    }
    for (Mutated mutated : mutants) {
      String name = "mutant " + byName.size();
      byName.put(name, mutated.mutant());
      all.add(mutated.shape().description(name));
    }
    this.base = RuleCompiler.compile(all);
  }

  /** The rules with their beginnings and, if wished, their mutants. */
  public static RuleTrials of(RuleBook book, boolean mutate) {
    return new RuleTrials(book.shapes(), mutate);
  }

  public List<Mutant> mutants() {
    return mutants.stream().map(Mutated::mutant).toList();
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
    Map<Mutant, List<Firing>> changed = new java.util.IdentityHashMap<>();
    Map<Rule, Integer> reached = new HashMap<>();
    Session.run(
        base,
        facts.all(),
        MOST_FIRINGS,
        (name, matched) -> {
          Mutant mutant = byName.get(name);
          if (mutant != null) {
            List<Firing> own = changed.computeIfAbsent(mutant, m -> new ArrayList<>());
            mutant.changed().ifPresent(rule -> own.add(new Firing(rule, matched)));
          } else {
            beginning(name, matched, firings, reached);
          }
        });
    return new Trial(firings, changed, reached);
  }

  private void beginning(
      String name, List<Fact> matched, List<Firing> firings, Map<Rule, Integer> reached) {
    String[] words = name.split(" ");
    Rule rule = shapes.get(Integer.parseInt(words[1])).rule();
    reached.merge(rule, Integer.parseInt(words[2]), Math::max);
    if (rules.containsKey(name)) {
      firings.add(new Firing(rule, matched));
    }
  }

  private static String beginning(int rule, int length) {
    return "beginning " + rule + " " + length;
  }
}
