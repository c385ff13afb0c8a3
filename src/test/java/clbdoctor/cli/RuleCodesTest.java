package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has a page whose wrong example gives this code alone, and whose right one nothing. */
class RuleCodesTest {
  private static final Path EXAMPLE = Path.of("src/test/resources/clbdoctor/cli/example-rules");
  private static final Pattern FILE = Pattern.compile("(?ms)^`([^`]+)`\n\n```\\w+\n(.*?)^```$");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Code.class)
  void theWrongExampleGivesTheCodeAndNoOther(Code code) throws IOException {
    List<Problem> problems = problems(section(code, "Wrong"));
    assertFalse(problems.isEmpty());
    problems.forEach(
        problem -> assertEquals(code, problem.code().orElseThrow(), problem::toString));
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void theRightExampleGivesNothing(Code code) throws IOException {
    assertEquals(List.of(), problems(section(code, "Right")));
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void thePageBeginsWithTheCodeAndItsTitle(Code code) throws IOException {
    assertTrue(
        RulesExplainCommand.page(code).startsWith("# " + code.id() + ": " + code.title() + "\n"));
  }

  @Test
  void theShippedRulesAreClean() {
    List<Problem> problems = FolderCheck.of(List.of(Path.of("rules"))).problems();
    assertEquals(
        List.of(),
        problems.stream().filter(p -> p.code().orElseThrow() != Code.NO_PARAGRAPH).toList());
  }

  /** The files of a section of a page, by their names in the rule folder. */
  private static Map<String, String> section(Code code, String title) throws IOException {
    String page = RulesExplainCommand.page(code);
    String section = page.split("(?m)^## " + title + "$")[1].split("(?m)^## ")[0];
    Map<String, String> files = new LinkedHashMap<>();
    Matcher file = FILE.matcher(section);
    while (file.find()) {
      files.put(file.group(1), file.group(2));
    }
    assertFalse(files.isEmpty());
    return files;
  }

  /** What is wrong with a small good rule folder once these files stand in it. */
  private List<Problem> problems(Map<String, String> files) throws IOException {
    Path rules = folder.resolve("rules");
    copy(EXAMPLE, rules);
    for (String section : List.of("sockets", "platform", "service", "probes", "containers")) {
      Path observation = Path.of("observations", section + ".yaml");
      Files.createDirectories(rules.resolve("observations"));
      Files.copy(Path.of("rules").resolve(observation), rules.resolve(observation));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path place = (file.getKey().startsWith("site/") ? folder : rules).resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.writeString(place, file.getValue());
    }
    List<Path> folders = new ArrayList<>(List.of(rules));
    if (Files.exists(folder.resolve("site"))) {
      folders.add(folder.resolve("site"));
    }
    return FolderCheck.of(folders).problems();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
  }
}
