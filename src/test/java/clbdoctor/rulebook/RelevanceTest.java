package clbdoctor.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.cache.ReadFiles;
import clbdoctor.derived.Derivation;
import clbdoctor.fact.Facts;
import clbdoctor.yaml.Reports;
import clbdoctor.yaml.Reports.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A few rules compiled for one report against all rules: no rule that holds is left out. */
class RelevanceTest {
  private static final int EVERY = 12;

  @Test
  void aReportMeetsTheSameRulesWhetherAllAreCompiledOrTheRelevantOnes() throws IOException {
    List<ReadRule> rules = rules();
    EngineRules all = new EngineRules(rules);
    List<Facts> reports = reports();
    long relevantRules = 0;
    for (int i = 0; i < reports.size(); i++) {
      Facts facts = reports.get(i);
      Set<String> held = names(all, facts);
      List<ReadRule> relevant = Relevance.of(rules, facts);
      relevantRules += relevant.size();
      Set<String> may =
          relevant.stream().map(rule -> rule.rule().name()).collect(Collectors.toSet());
      assertTrue(may.containsAll(held), () -> "left out: " + without(held, may));
      if (i % EVERY == 0) {
        assertEquals(held, names(new EngineRules(relevant), facts));
      }
    }
    assertTrue(
        relevantRules / reports.size() < rules.size() / 4,
        relevantRules / reports.size() + " of " + rules.size() + " rules are called relevant");
  }

  private static Set<String> names(EngineRules rules, Facts facts) {
    return rules.run(facts).stream()
        .map(firing -> firing.rule().name())
        .collect(Collectors.toSet());
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static List<ReadRule> rules() {
    return RuleBook.load(Path.of("rules").toAbsolutePath(), ReadFiles.none()).read();
  }

  private static List<Facts> reports() throws IOException {
    List<Facts> reports = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("facts-samples"))) {
      for (Path file : files.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
        try (InputStream stream = Files.newInputStream(file)) {
          for (Outcome outcome : Reports.readAll(file.toString(), stream)) {
            reports.add(Derivation.complete(((Outcome.Read) outcome).report().facts()));
          }
        }
      }
    }
    return reports;
  }
}
