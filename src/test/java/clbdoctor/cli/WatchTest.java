package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.cache.ReadFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is diagnosed at each look. */
class WatchTest {
  @TempDir private Path folder;

  @Test
  void aSavedReportIsDiagnosedAgainAndAfterASavedRuleAll() throws IOException {
    Path rules = RuleFolder.copy(folder);
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Path one = Files.writeString(reports.resolve("one.yaml"), "schema: 1\nreport: one\n");
    Path two = Files.writeString(reports.resolve("two.yaml"), "schema: 1\nreport: two\n");
    List<List<String>> looks = new ArrayList<>();
    Watch watch =
        new Watch(
            new LiveRules(List.of(rules), ReadFiles.none(), told -> {}),
            List.of(reports.toString()),
            (doctor, files) -> looks.add(files));
    watch.look();
    watch.look();
    Files.writeString(two, "schema: 1\nreport: two again\n");
    watch.look();
    RuleFolder.edit(
        rules.resolve("6-service/listens-on-loopback-only.drl"),
        "// Somebody",
        "// Surely somebody");
    watch.look();
    Files.delete(one);
    watch.look();
    List<String> both = List.of(one.toString(), two.toString());
    assertEquals(List.of(both, List.of(two.toString()), both), looks);
  }
}
