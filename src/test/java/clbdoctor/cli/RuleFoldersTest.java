package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.Rule;
import clbdoctor.report.CheckReport;
import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import clbdoctor.yaml.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network expert does with rule folders: lay one over another, begin, compare, describe. */
class RuleFoldersTest {
  private static final Path RULES = Path.of("rules");

  @TempDir private Path folder;

  /** The example of the README. */
  @Test
  void aSiteChangesAThresholdAndATextWithoutCopyingTheRule() throws IOException {
    Path site = Files.createDirectory(folder.resolve("site"));
    Files.writeString(site.resolve("high-cpu-load.yaml"), readmeExample());
    Doctor doctor = Doctor.load(List.of(RULES, site), ReadFiles.none());
    Rule changed = rule(doctor, "the answer is late while the processors are used up");
    assertTrue(changed.conditions().stream().anyMatch(c -> c.text().contains("value >= 80")));
    assertEquals("rules/8-load/high-cpu-load.drl", changed.file());
    assertEquals(
        "The processors of our shop are too busy",
        doctor.catalogue().causes().get("high-cpu-load").title());
    assertEquals(
        List.of(
            "site/high-cpu-load.yaml changes title, changes of rules/8-load/high-cpu-load.yaml",
            "site/high-cpu-load.yaml writes \"value >= 80\" instead of \"value >= 90\" in"
                + " rules/8-load/high-cpu-load.drl"),
        doctor.overrides());
    assertEquals(List.of(), grave(FolderCheck.of(List.of(RULES, site))));
  }

  @Test
  void aRuleOfASiteStandsInForTheShippedRuleOfItsName() throws IOException {
    Path site = Files.createDirectory(folder.resolve("site"));
    String rule =
        """
        rule "every file system has room"
        when
            // The file systems were looked at, and none of them is full.
            FileSystem( ! full )
            not FileSystem( full )
        then
            insert( new RuledOut( "disk-full" ) );
        end
        """;
    Files.writeString(site.resolve("disk-full.drl"), rule);
    Doctor shipped = Doctor.load(RULES);
    Doctor doctor = Doctor.load(List.of(RULES, site), ReadFiles.none());
    assertEquals("site/disk-full.drl", rule(doctor, "every file system has room").file());
    assertEquals(shipped.rules().rules().size(), doctor.rules().rules().size());
    assertEquals(1, doctor.overrides().size());
  }

  @Test
  void aBegunCauseLacksOnlyWhatNobodyWroteYet() throws IOException {
    Path rules = folder.resolve("rules");
    Files.createDirectories(rules.resolve("7-http"));
    assertEquals(
        0,
        Main.run(
            "rules",
            "new",
            "proxy-loop",
            "--layer",
            "7-http",
            "--title",
            "A proxy calls itself",
            "--paragraph",
            "7.5",
            "--rules",
            rules.toString()));
    Set<Code> missing =
        FolderCheck.of(List.of(rules)).problems().stream()
            .map(problem -> problem.code().orElseThrow())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(Code.NO_CONDITION, Code.NO_WORDS, Code.NO_FIX, Code.FEW_CASES), missing);
  }

  @Test
  void aDifferenceSaysWhichReportsChangeAndByWhichRules() throws IOException {
    Path changed = folder.resolve("mine");
    copy(RULES, changed);
    Path drl = changed.resolve("6-service/listens-on-loopback-only.drl");
    Files.writeString(
        drl, Files.readString(drl).replaceFirst("Certainty.CONFIRMED", "Certainty.LIKELY"));
    RulesDiff diff = new RulesDiff(Doctor.load(RULES), Doctor.load(changed));
    assertEquals(List.of("~ rule only loopback is listened on"), diff.texts());
    List<String> lines =
        Samples.all().stream()
            .filter(sample -> sample.file().endsWith("/listens-on-loopback-only.yaml"))
            .flatMap(sample -> diff.diagnoses(sample).stream())
            .toList();
    assertEquals(
        List.of(
            "~ listens-on-loopback-only CONFIRMED -> LIKELY"
                + "  by \"only loopback is listened on\" rules/6-service/listens-on-loopback-only.drl:3"
                + " ->  by \"only loopback is listened on\" mine/6-service/listens-on-loopback-only.drl:3"),
        lines);
  }

  /** After a change of rules: {@code clb-doctor rules docs}. */
  @Test
  void theCatalogueSaysWhatTheRulesSay() throws IOException {
    Map<String, String> pages = RulesDocsCommand.pages(Doctor.load(RULES));
    Path catalogue = Path.of("src/docs/causes");
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertEquals(page.getValue(), Files.readString(catalogue.resolve(page.getKey())));
    }
    try (Stream<Path> files = Files.list(catalogue)) {
      assertEquals(
          new TreeSet<>(pages.keySet()),
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void aProblemIsShownWithItsLineAndAsJsonAndSarif() {
    Problem problem = new Problem("rules/a.drl", 4, 5, "there is no such fact", Code.UNKNOWN_FACT);
    CheckReport report =
        new CheckReport(List.of(problem), (file, line) -> Optional.of("    Bindng( loopback )"));
    assertEquals(
        """
        rules/a.drl:4:5: error: there is no such fact [CLB201]
            Bindng( loopback )
            ^
        """,
        report.text());
    assertTrue(Trees.json(report.tree()).contains("\"code\" : \"CLB201\""));
    String sarif = Trees.jsonLine(report.sarif("1"));
    assertTrue(sarif.contains("\"ruleId\":\"CLB201\",\"level\":\"error\""), sarif);
    assertTrue(sarif.contains("\"region\":{\"startLine\":4,\"startColumn\":5}"), sarif);
  }

  @Test
  void aCheckOfBrokenRulesEndsWithThreeAndAGoodOneWithNought() throws IOException {
    Path broken = folder.resolve("broken");
    copy(RULES.resolve("6-service"), broken.resolve("6-service"));
    assertEquals(3, quietly("rules", "check", broken.toString()));
    assertEquals(0, quietly("rules", "check", "--rules", RULES.toString()));
  }

  private static int quietly(String... arguments) {
    PrintStream out = System.out;
    System.setOut(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
    try {
      return Main.run(arguments);
    } finally {
      System.setOut(out);
    }
  }

  private static List<Problem> grave(FolderCheck check) {
    return check.problems().stream()
        .filter(problem -> problem.code().orElseThrow() != Code.NO_PARAGRAPH)
        .toList();
  }

  private static Rule rule(Doctor doctor, String name) {
    return doctor.rules().rules().stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String readmeExample() throws IOException {
    return Pattern.compile("(?ms)^```yaml\n(# site/high-cpu-load.yaml\n.*?)^```$")
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
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
