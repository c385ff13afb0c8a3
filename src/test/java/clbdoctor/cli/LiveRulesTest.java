package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.GivenFacts;
import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.Certainty;
import clbdoctor.fact.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules edited while the program runs: the good ones come into force, the others do not. */
class LiveRulesTest {
  static final Facts LOOPBACK_ONLY =
      GivenFacts.of(
          """
          backEnd: { privateAddress: 1.1.1.10, port: 80 }
          sockets: [ { protocol: TCP, address: 127.0.0.1, port: 80, process: nginx } ]
          """);
  private static final Map<String, Certainty> CONFIRMED =
      Map.of("listens-on-loopback-only", Certainty.CONFIRMED);

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private Path rule;
  private Path page;
  private LiveRules rules;

  @BeforeEach
  void start() throws IOException {
    Path copy = RuleFolder.copy(folder);
    rule = copy.resolve("6-service/listens-on-loopback-only.drl");
    page = copy.resolve("6-service/listens-on-loopback-only.yaml");
    rules = new LiveRules(List.of(copy), ReadFiles.none(), told::add);
  }

  @Test
  void anEditWithItsCasesComesIntoForceAndALookBeforeItKeepsTheOldRules() throws IOException {
    Doctor before = rules.current();
    RuleFolder.edit(rule, "Certainty.CONFIRMED", "Certainty.LIKELY");
    RuleFolder.editAll(
        page, "listens-on-loopback-only: CONFIRMED", "listens-on-loopback-only: LIKELY");
    assertTrue(rules.refresh(), told::toString);
    assertEquals(Map.of("listens-on-loopback-only", Certainty.LIKELY), named(rules.current()));
    assertEquals(CONFIRMED, named(before));
    assertNotEquals(before.rules().hash(), rules.current().rules().hash());
    assertEquals(1, told.size());
  }

  @Test
  void anEditThatBreaksACaseDoesNot() throws IOException {
    RuleFolder.edit(rule, "Certainty.CONFIRMED", "Certainty.LIKELY");
    assertKept("expected {listens-on-loopback-only=CONFIRMED}");
  }

  @Test
  void anEditThatIsNoRuleDoesNot() throws IOException {
    RuleFolder.edit(rule, "onCheckedPort, ! loopback", "onCheckedPort, ! loopbak");
    assertKept("did you mean \"loopback\"?");
    assertFalse(rules.refresh(), "it is told once");
    RuleFolder.edit(rule, "onCheckedPort, ! loopbak", "onCheckedPort, ! loopback");
    assertTrue(rules.refresh(), told::toString);
    assertEquals(CONFIRMED, named(rules.current()));
  }

  @Test
  void aRuleThatIsGoneConcludesNothing() throws IOException {
    Files.delete(rule);
    Files.delete(page);
    assertTrue(rules.refresh(), told::toString);
    assertEquals(Map.of(), named(rules.current()));
  }

  @Test
  void anotherTimeStampIsNoEdit() throws IOException {
    Files.setLastModifiedTime(rule, FileTime.fromMillis(0));
    assertFalse(rules.refresh());
    assertEquals(List.of(), told);
  }

  /** The edited rule runs beside what was compiled before, once all rules were compiled. */
  @Test
  void aRunningProgramGivesTheSameAsANewOne() throws IOException {
    for (int i = 0; i < 25; i++) {
      rules.current().diagnose("", LOOPBACK_ONLY);
    }
    RuleFolder.edit(rule, "// Somebody listed", "// Somebody has listed");
    assertTrue(rules.refresh(), told::toString);
    Doctor anew = Doctor.load(rule.getParent().getParent());
    assertEquals(anew.diagnose("x", LOOPBACK_ONLY), rules.current().diagnose("x", LOOPBACK_ONLY));
    assertEquals(anew.rules().hash(), rules.current().rules().hash());
  }

  private void assertKept(String reason) throws IOException {
    Doctor before = rules.current();
    assertFalse(rules.refresh());
    assertSame(before, rules.current());
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains(reason), told.get(0));
  }

  private static Map<String, Certainty> named(Doctor doctor) {
    return RuleTests.named(doctor.diagnose("", LOOPBACK_ONLY));
  }
}
