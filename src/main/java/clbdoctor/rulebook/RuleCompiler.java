package clbdoctor.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * Compiles parsed rules: one package, one batch. What a rule concludes is read from its text, not
 * run; so the engine gets an empty consequence, and nothing of a rule file is executed but
 * comparisons of properties.
 */
final class RuleCompiler {
  private RuleCompiler() {}

  static KieBase compile(List<RuleDescr> rules) {
    PackageDescr all = new PackageDescr("clbdoctor.rules");
    all.addImport(new ImportDescr("clbdoctor.fact.*"));
    all.addAttribute(new AttributeDescr("dialect", "mvel"));
    for (RuleDescr rule : rules) {
      rule.setConsequence("");
      all.addRule(rule);
    }
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    builder.batch().add(ResourceFactory.newDescrResource(all), ResourceType.DESCR).build();
    if (builder.hasErrors()) {
      throw new IllegalStateException(
          "the engine refuses rules that passed every check: "
              + builder.getErrors().stream()
                  .map(error -> error.getMessage())
                  .collect(Collectors.joining("; ")));
    }
    var base = KnowledgeBaseFactory.newKnowledgeBase();
    base.addPackages(builder.getKnowledgePackages());
    return base;
  }
}
