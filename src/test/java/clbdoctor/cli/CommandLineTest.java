package clbdoctor.cli;

import static clbdoctor.cli.Ended.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What a person meets who does not know the program yet, or mistypes. */
class CommandLineTest {
  private static final String SAMPLE = "facts-samples/listens-on-loopback-only.yaml";
  private static final String HEALTHY = "schema: 1\ntargetState: { state: HEALTHY }\n";
  private static final String TERMINAL = "clbdoctor.terminal";

  @TempDir private Path folder;

  @AfterEach
  void nobodySitsThere() {
    System.clearProperty(TERMINAL);
  }

  static List<List<String>> commands() {
    List<List<String>> all = new ArrayList<>();
    gather(Program.commandLine(), List.of(), all);
    return all;
  }

  private static void gather(CommandLine line, List<String> path, List<List<String>> all) {
    all.add(path);
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              List<String> below = new ArrayList<>(path);
              below.add(name);
              gather(command, below, all);
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHelpsWithExamplesFirst(List<String> path) {
    List<String> words = new ArrayList<>(path);
    words.add("--help");
    Ended ended = run(words.toArray(String[]::new));
    assertEquals(0, ended.code(), ended.err());
    if (!path.equals(List.of("help"))) {
      assertTrue(ended.out().matches("(?s)Examples:\n  .*clb-doctor .*"), ended.out());
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsCompletedInFish(List<String> path) {
    String script = run("completion", "fish").out();
    if (!path.isEmpty()) {
      String name = path.get(path.size() - 1);
      assertTrue(script.contains(" -f -a " + name + " "), name);
      assertTrue(script.contains("seen_subcommand_from " + name), name);
    }
  }

  @Test
  void bashAndZshAreCompletedToo() {
    assertTrue(run("completion").out().contains("complete -F _complete_clb-doctor"));
    assertEquals(run("completion", "bash").out(), run("completion", "zsh").out());
    assertEquals(2, run("completion", "csh").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          diagnos x.yaml            | Did you mean: clb-doctor diagnose?
          rules chek                | Did you mean: rules check or rules schema?
          diagnose --formt json x   | Possible solutions: --format
          diagnose --format jsn x   | expected one of [text, json, jsonl, yaml, html, markdown, sarif, junit]
          explain no-listener       | Missing required parameter: 'REPORT'
          explain no-listenr %s     | did you mean "no-listener"?
          rules explain CLB2O1      | did you mean "CLB201"?
          rules show no-listner     | did you mean "no-listener"?
          diagnose --watch -        | --watch needs files or folders
          diagnose --watch --format html x | --watch never ends
          """)
  void wrongUsageIsAnsweredWithWhatWasMeant(String line, String answer) {
    Ended ended = run(line.replace("%s", SAMPLE).strip().split(" "));
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains(answer.strip()), ended.err());
    assertEquals("", ended.out());
    assertTrue(ended.err().lines().count() <= 4, "no page of help for a slip: " + ended.err());
  }

  @ParameterizedTest
  @CsvSource({"diagnose,-", "explain no-listener,-", "facts validate,-", "facts convert,-"})
  void aTerminalIsNotWaitedFor(String command, String input) {
    System.setProperty(TERMINAL, "in,out,err");
    Ended ended = run((command + " " + input).split(" "));
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("standard input is a terminal"), ended.err());
  }

  @Test
  void patternsAreMatchedWhereNoShellDid() throws IOException {
    for (String name : List.of("a.yaml", "b.yaml", "c.txt", "deep/d.yaml")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "schema: 1\nreport: " + name + "\n");
    }
    assertEquals(List.of("a.yaml", "b.yaml"), named(folder + "/*.yaml"));
    assertEquals(List.of("a.yaml"), named(folder + "/[a]*.yaml"));
    assertEquals(List.of("deep/d.yaml"), named(folder + "/*/*.yaml"));
    assertEquals(List.of("a.yaml", "b.yaml", "deep/d.yaml"), named(folder.toString()));
    Ended none = run("diagnose", folder + "/*.json");
    assertEquals(3, none.code());
    assertTrue(none.err().contains("*.json:1: no file is called so"), none.err());
  }

  private static List<String> named(String input) {
    return run("diagnose", input)
        .out()
        .lines()
        .filter(line -> line.matches("[a-z/]+\\.(yaml|txt)"))
        .toList();
  }

  @Test
  void aFolderWithoutReportsIsNoHealthyServer() {
    Ended ended = run("diagnose", folder.toString());
    assertEquals(3, ended.code());
    assertTrue(ended.err().contains("there is no report in it"), ended.err());
    assertEquals(3, run("diagnose", "").code());
  }

  @Test
  void aResultThatCannotBeWrittenIsTheUsersToMend() {
    for (String where : List.of(folder + "/no/such.txt", folder.toString(), "/dev/full")) {
      Ended ended = run("diagnose", "--output", where, SAMPLE);
      assertEquals(70, ended.code());
      assertTrue(ended.err().startsWith(where + " cannot be written: "), ended.err());
      assertFalse(ended.err().contains("internal error"), ended.err());
    }
  }

  @Test
  void theResultGoesToAFileAndNowhereElse() throws IOException {
    Path file = folder.resolve("answer.txt");
    Ended ended = run("diagnose", "-o", file.toString(), SAMPLE);
    assertEquals(1, ended.code());
    assertEquals("", ended.out());
    assertEquals(run("diagnose", SAMPLE).out(), Files.readString(file));
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestDiagnosed() throws IOException {
    Files.writeString(folder.resolve("good.yaml"), HEALTHY);
    Files.write(folder.resolve("bad.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    Ended ended = run("diagnose", folder.toString(), "no-such.yaml");
    assertEquals(3, ended.code());
    assertTrue(ended.out().contains("NOTHING WRONG"));
    assertTrue(ended.err().contains("bad.yaml:1: this is no text"), ended.err());
    assertTrue(ended.err().contains("no-such.yaml:1: there is no such file"), ended.err());
  }

  @Test
  void constantsMayBeWrittenInSmallLetters() {
    Set<Integer> codes = Set.of(0);
    Ended ended = run("collect", "--port", "80", "--method", "http", "--path", "/", "--dry-run");
    assertTrue(codes.contains(ended.code()), ended.err());
  }
}
