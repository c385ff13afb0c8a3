package clbdoctor.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.BrokenText;
import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule files with one thing wrong: the message has file, line and what to write; nothing runs. */
class BrokenRulesTest {

  static List<BrokenText> broken() throws IOException {
    return BrokenText.in(BrokenRulesTest.class, "broken-rules.txt");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrongAndWhere(BrokenText one) {
    RuleFile file = new RuleFile("rules/6-service/no-listener.drl", one.text());
    ProblemsException refusal =
        assertThrows(ProblemsException.class, () -> RuleBook.of(List.of(file)));
    assertTrue(refusal.getMessage().contains(one.message()), () -> "found " + refusal.getMessage());
    refusal
        .problems()
        .forEach(problem -> assertEquals("rules/6-service/no-listener.drl", problem.file()));
  }

  @Test
  void oneBrokenFileStopsTheWholeRuleBook() {
    String good =
        "rule \"fine\"\nwhen\n  // x\n  Surveyed( subject == Subject.SOCKETS )\n"
            + "then\n  insert( new RuledOut( \"good\" ) );\nend\n";
    RuleFile fine = new RuleFile("rules/6-service/good.drl", good);
    RuleFile broken = new RuleFile("rules/6-service/bad.drl", good.replace("when", "whn"));
    assertEquals(1, RuleBook.of(List.of(fine)).rules().size());
    ProblemsException refusal =
        assertThrows(ProblemsException.class, () -> RuleBook.of(List.of(fine, broken)));
    assertTrue(refusal.getMessage().startsWith("rules/6-service/bad.drl:"));
  }

  @Test
  void aRuleNameMayStandOnce() {
    String text =
        "rule \"same\"\nwhen\n  Surveyed( subject == Subject.SOCKETS )\n"
            + "then\n  insert( new RuledOut( \"%s\" ) );\nend\n";
    ProblemsException refusal =
        assertThrows(
            ProblemsException.class,
            () ->
                RuleBook.of(
                    List.of(
                        new RuleFile("rules/a/one.drl", text.formatted("one")),
                        new RuleFile("rules/a/two.drl", text.formatted("two")))));
    assertEquals(
        "rules/a/two.drl:1: a rule called \"same\" stands already at rules/a/one.drl:1; give it another name [CLB111]",
        refusal.getMessage());
  }
}
