package clbdoctor.cli;

import clbdoctor.text.Code;
import clbdoctor.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor rules explain CODE}. */
@Command(
    name = "explain",
    customSynopsis = {"  clb-doctor rules explain CLB201", "  clb-doctor rules explain"},
    description = "Say what a code of rules check means, with a bad and a good example.")
final class RulesExplainCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      description = "A code such as CLB201; without it, all are listed.")
  private String id;

  @Override
  public Integer call() throws IOException {
    if (id == null) {
      for (Code code : Code.values()) {
        System.out.printf("%s %-7s %s%n", code.id(), code.severity().word(), code.title());
      }
      return 0;
    }
    Optional<Code> code = Code.ofId(id);
    if (code.isEmpty()) {
      System.err.println(
          "there is no code \""
              + id
              + "\""
              + Nearest.hint(id, Arrays.stream(Code.values()).map(Code::id).toList()));
      return Exit.USAGE;
    }
    System.out.print(page(code.get()));
    return 0;
  }

  /** The page of a code, as Markdown. */
  static String page(Code code) throws IOException {
    try (InputStream page =
        RulesExplainCommand.class.getResourceAsStream("codes/" + code.id() + ".md")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
