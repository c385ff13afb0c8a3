package clbdoctor.cli;

import clbdoctor.report.Style;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the result goes, and whether in colour. */
final class OutputOptions {
  enum Colour {
    auto,
    always,
    never
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the result to a file.")
  private Path output;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never; auto is a terminal without NO_COLOR.")
  private Colour colour = Colour.auto;

  Style style() {
    String refused = System.getenv("NO_COLOR");
    boolean terminal = Terminal.output() && (refused == null || refused.isEmpty());
    boolean wanted = colour == Colour.always || colour == Colour.auto && terminal && output == null;
    return wanted ? Style.COLOUR : Style.PLAIN;
  }

  /**
   * Standard output, or the file.
   *
   * @throws UnwritableException when there can be no such file, and at its end when not all could
   *     be written
   */
  PrintStream stream() {
    if (output == null) {
      return new PrintStream(System.out, false, Terminal.charset(Terminal.output()));
    }
    return WrittenStream.toFile(output);
  }
}
