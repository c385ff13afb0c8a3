package clbdoctor.rulebook;

import clbdoctor.diagnosis.Conclusion;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Fact;
import clbdoctor.rulebook.RulePattern.Quantifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * Rules compiled together: one package, one batch. Nothing of a rule file is executed but
 * comparisons of properties. May be shared by threads.
 */
final class CompiledRules {
  private static final Fence FENCE = new Fence(Fence.MOST_FIRINGS, 30);

  private final Map<String, Rule> byName;
  private final int joined;
  private final KieSessionsPool sessions;

  CompiledRules(List<ReadRule> rules) {
    this.byName =
        rules.stream()
            .map(ReadRule::rule)
            .collect(Collectors.toMap(Rule::name, Function.identity()));
    this.joined = rules.stream().mapToInt(CompiledRules::joined).max().orElse(0);
    this.sessions = compile(rules).newKieSessionsPool(1);
  }

  /**
   * Loads the engine on another thread while this one reads rules and reports: on two processors a
   * fifth of a short run's time.
   */
  static void loadEngine() {
    Thread loading =
        new Thread(
            () ->
                new CompiledRules(
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

  Set<Rule> rules() {
    return Set.copyOf(byName.values());
  }

  /** Every match of a rule with these facts. */
  List<Firing> run(Collection<Fact> facts) {
    return run(facts, FENCE);
  }

  List<Firing> run(Collection<Fact> facts, Fence fence) {
    return fence.guard(facts, joined, () -> Session.run(sessions, facts, byName, fence));
  }

  private static int joined(ReadRule rule) {
    return (int)
        rule.patterns().stream()
            .filter(pattern -> pattern.quantifier() == Quantifier.PLAIN)
            .count();
  }

  private static KieBase compile(List<ReadRule> rules) {
    PackageDescr all = new PackageDescr("clbdoctor.rules");
    all.addImport(new ImportDescr("clbdoctor.fact.*"));
    all.addAttribute(new AttributeDescr("dialect", "mvel"));
    rules.forEach(rule -> all.addRule(rule.description()));
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    builder.batch().add(ResourceFactory.newDescrResource(all), ResourceType.DESCR).build();
    if (builder.hasErrors()) {
      throw new IllegalStateException(
          "the engine refuses rules that passed every check: "
              + builder.getErrors().stream()
                  .map(error -> error.getMessage())
                  .collect(Collectors.joining("; ")));
    }
    KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration();
    configuration.setOption(KieBaseMutabilityOption.DISABLED);
    var base = KnowledgeBaseFactory.newKnowledgeBase(configuration);
    base.addPackages(builder.getKnowledgePackages());
    return base;
  }
}
