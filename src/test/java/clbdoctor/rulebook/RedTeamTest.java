package clbdoctor.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * Rules that try to do more than conclude, one in each file of {@code red-team}; its first line
 * says what. Each is refused with its place, and leaves nothing behind: no property, no file, no
 * thread.
 */
class RedTeamTest {
  private static final Path CORPUS = Path.of("src/test/resources/clbdoctor/rulebook/red-team");
  private static final String NAME = "rules/6-service/no-listener.drl";
  private static final String PROPERTY = "clbdoctor.canary";
  private static final Path FILE = Path.of("target/canary");

  static List<Path> rules() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isRefusedAndLeavesNothingBehind(Path rule) throws IOException {
    String text = Files.readString(rule);
    ProblemsException refusal =
        assertThrows(ProblemsException.class, () -> RuleBook.of(List.of(new RuleFile(NAME, text))));
    long lines = text.lines().count();
    refusal
        .problems()
        .forEach(
            problem -> {
              assertEquals(NAME, problem.file());
              assertTrue(problem.line() >= 1 && problem.line() <= lines, problem::toString);
            });
    assertFalse(sang(), rule::toString);
  }

  /** Without the check the engine does run such a rule, so that the canary would sing. */
  @Test
  void theEngineAloneRunsIt() throws IOException {
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    String text =
        "import clbdoctor.fact.*;\n" + Files.readString(CORPUS.resolve("static-initialiser.drl"));
    builder.add(
        ResourceFactory.newByteArrayResource(text.getBytes(StandardCharsets.UTF_8)),
        ResourceType.DRL);
    var base = KnowledgeBaseFactory.newKnowledgeBase();
    base.addPackages(builder.getKnowledgePackages());
    var session = base.newKieSession();
    session.insert(new Surveyed(Subject.SOCKETS));
    session.fireAllRules(10);
    session.dispose();
    assertTrue(sang());
  }

  @AfterEach
  void silence() throws IOException {
    System.clearProperty(PROPERTY);
    Files.deleteIfExists(FILE);
  }

  private static boolean sang() {
    return System.getProperty(PROPERTY) != null
        || Files.exists(FILE)
        || Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().equals("canary"));
  }
}
