package clbdoctor.rulebook;

import clbdoctor.diagnosis.Conclusion;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.rulebook.RulePattern.Quantifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.core.impl.KnowledgeBaseImpl;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.core.reteoo.CoreComponentFactory;
import org.drools.core.rule.JavaDialectRuntimeData;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieSessionsPool;

/**
 * Rules as the engine runs them: one package, one batch. Nothing of a rule file is executed but
 * comparisons of properties. May be shared by threads.
 */
final class EngineRules {
  private static final String PACKAGE = "clbdoctor.rules";
  private static final Fence FENCE = new Fence(Fence.MOST_FIRINGS, 30);

  private final Map<String, Rule> byName;
  private final Set<List<Class<?>>> joins;
  private final Set<Class<?>> types;
  private final KieSessionsPool sessions;

  EngineRules(List<ReadRule> rules) {
    this.byName =
        rules.stream()
            .map(ReadRule::rule)
            .collect(Collectors.toMap(Rule::name, Function.identity()));
    this.joins = rules.stream().map(EngineRules::joined).collect(Collectors.toSet());
    this.types =
        rules.stream()
            .flatMap(rule -> rule.patterns().stream())
            .map(EngineRules::type)
            .collect(Collectors.toSet());
    this.sessions = base(rules).newKieSessionsPool(1);
  }

  /** Loads the engine's classes on another thread while this one reads rules and reports. */
  static void loadEngine() {
    Thread loading =
        new Thread(
            () ->
                new EngineRules(
                    List.of(
                        new ReadRule(
                            new Rule(
                                "none",
                                "none",
                                0,
                                List.of(),
                                List.of(),
                                new Conclusion.RuledOut("none")),
                            List.of(
                                new RulePattern(
                                    Quantifier.PLAIN, "BackEnd", Optional.empty(), List.of()))))));
    loading.setDaemon(true);
    loading.start();
  }

  Collection<Rule> rules() {
    return byName.values();
  }

  /** Every match of a rule with these facts. */
  List<Firing> run(Facts facts) {
    return run(facts, FENCE);
  }

  List<Firing> run(Facts facts, Fence fence) {
    return fence.guard(
        combinations(facts), () -> Session.run(sessions, concerned(facts), byName, fence));
  }

  /** The facts that some rule is about. */
  private List<Fact> concerned(Facts facts) {
    List<Fact> concerned = new ArrayList<>();
    for (Fact fact : facts.all()) {
      if (types.contains(fact.getClass())) {
        concerned.add(fact);
      }
    }
    return concerned;
  }

  /** How many combinations of facts a rule could form, whatever its constraints. */
  private double combinations(Facts facts) {
    double most = 0;
    for (List<Class<?>> join : joins) {
      double combinations = 1;
      for (Class<?> type : join) {
        combinations *= facts.count(type);
      }
      most = Math.max(most, combinations);
    }
    return most;
  }

  /** The types of the facts that a rule joins. */
  private static List<Class<?>> joined(ReadRule rule) {
    return rule.patterns().stream()
        .filter(pattern -> pattern.quantifier() == Quantifier.PLAIN)
        .<Class<?>>map(EngineRules::type)
        .sorted((one, other) -> one.getName().compareTo(other.getName()))
        .toList();
  }

  private static Class<?> type(RulePattern pattern) {
    return Vocabulary.factType(pattern.factType()).orElseThrow();
  }

  private static KieBase base(List<ReadRule> rules) {
    InternalKnowledgePackage all = CoreComponentFactory.get().createKnowledgePackage(PACKAGE);
    all.getDialectRuntimeRegistry().setDialectData("java", new JavaDialectRuntimeData());
    rules.forEach(rule -> all.addRule(EngineRule.of(rule, PACKAGE)));
    KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration();
    configuration.setOption(KieBaseMutabilityOption.DISABLED);
    // By name and by hand: the engine's own way draws a random name and sorts the one package.
    var base = (KnowledgeBaseImpl) RuleBaseFactory.newRuleBase(PACKAGE, configuration);
    base.kBaseInternal_addPackages(List.of(all), List.of());
    return KnowledgeBaseFactory.newKnowledgeBase(base);
  }
}
