package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every paragraph of the troubleshooting document is cited by a rule, or says nothing to check. */
class DocumentTest {
  private static final Set<String> PARAGRAPHS =
      Set.of("4.0", "4.1", "4.2", "7.0", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6");

  private static final Map<String, String> SAY_NOTHING_TO_CHECK =
      Map.of("7.0", "says only which listeners the paragraphs behind it are about");

  @Test
  void everyParagraphIsCitedOrSaysNothingToCheck() {
    Set<String> open = new TreeSet<>(PARAGRAPHS);
    open.removeAll(SAY_NOTHING_TO_CHECK.keySet());
    open.removeAll(cited());
    assertEquals(Set.of(), open);
  }

  @Test
  void onlyParagraphsThatExistAreCited() {
    Set<String> invented = cited();
    invented.removeAll(PARAGRAPHS);
    assertEquals(Set.of(), invented);
  }

  private static Set<String> cited() {
    Set<String> cited = new TreeSet<>();
    Doctor.load(Path.of("rules").toAbsolutePath())
        .rules()
        .rules()
        .forEach(rule -> cited.addAll(rule.document()));
    return cited;
  }
}
