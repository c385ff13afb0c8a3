package clbdoctor.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clbdoctor.GivenFacts;
import clbdoctor.diagnosis.Firing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.junit.jupiter.api.Test;
import org.kie.api.definition.type.FactType;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * Why the rules of all folders are built as one package in one batch: Drools 10.2.0 loses matches
 * of rules that share nodes across packages. When a test here fails after an upgrade because the
 * second half of it no longer holds, the reason for one package is gone. (Issue 7109, the same with
 * accumulate, cannot occur: accumulate is not in the language of rules.)
 */
class DroolsDefectsTest {
  private static final String TYPES =
      """
      declare Seed end
      declare Shared end
      declare Negated end
      declare Other end
      """;

  /** apache/incubator-kie issue 7115. */
  @Test
  void aNotInsideAnExistsIsLostBesideASiblingInAnotherPackage() {
    List<String> rules =
        List.of(
            "rule \"produce\" when Seed() then insert( new Shared() ); end",
            "rule \"subject\" when exists( Shared() and not Negated() ) then end",
            "rule \"sibling\" when exists( Shared() and Other() ) then end");
    Set<String> all = Set.of("produce", "subject");
    assertEquals(all, fired(List.of(String.join("\n", rules)), "Seed"), "one package");
    assertEquals(Set.of("produce"), fired(rules, "Seed"), "a package each");
  }

  @Test
  void ruleFilesInSeveralFoldersLoseNoMatch() {
    List<RuleFile> files = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      files.add(new RuleFile("rules/" + i % 8 + "-x/cause-" + i + ".drl", rule(i)));
    }
    List<Firing> firings =
        RuleBook.of(files).run(GivenFacts.of("sysctls: [ { name: a, value: 1 } ]"));
    assertEquals(40, firings.stream().map(f -> f.rule().name()).distinct().count());
  }

  private static String rule(int number) {
    return """
    rule "rule %d"
    when
        // Somebody looked,
        exists Surveyed( subject == Subject.SYSCTLS )
        // saw this
        Sysctl( name == "a" )
        // and not that.
        not Sysctl( name == "b%d" )
    then
        insert( new RuledOut( "cause-%d" ) );
    end
    """
        .formatted(number, number % 3, number);
  }

  /**
   * Compiles each text as a package of its own, inserts one fact of each kind and fires after each,
   * and gives the names of the rules that fired.
   */
  private static Set<String> fired(List<String> packages, String... kinds) {
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    var batch = builder.batch();
    String drl = "package types;\n" + TYPES;
    batch.add(resource(drl), ResourceType.DRL);
    for (int i = 0; i < packages.size(); i++) {
      batch.add(
          resource("package p" + i + ";\nimport types.*;\n" + packages.get(i)), ResourceType.DRL);
    }
    batch.build();
    assertFalse(builder.hasErrors(), () -> builder.getErrors().toString());
    var base = KnowledgeBaseFactory.newKnowledgeBase();
    base.addPackages(builder.getKnowledgePackages());
    KieSession session = base.newKieSession();
    Set<String> fired = new TreeSet<>();
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void afterMatchFired(AfterMatchFiredEvent event) {
            fired.add(event.getMatch().getRule().getName());
          }
        });
    for (String kind : kinds) {
      session.insert(instance(base.getFactType("types", kind)));
      session.fireAllRules(100);
    }
    session.dispose();
    return fired;
  }

  private static Object instance(FactType type) {
    try {
      return type.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static org.kie.api.io.Resource resource(String drl) {
    return ResourceFactory.newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8));
  }
}
