package clbdoctor.cli;

import clbdoctor.report.Style;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the result goes, and whether in colour. */
final class OutputOptions {
  enum Colour {
    auto,
    always,
    never
  }

  @Option(names = "--output", paramLabel = "FILE", description = "Write the result to a file.")
  private Path output;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; auto is a terminal without NO_COLOR.")
  private Colour colour;

  Style style() {
    boolean terminal = Terminal.output() && System.getenv("NO_COLOR") == null;
    boolean wanted = colour == Colour.always || colour == Colour.auto && terminal && output == null;
    return wanted ? Style.COLOUR : Style.PLAIN;
  }

  /** Standard output in UTF-8 whatever the locale, or the file. */
  PrintStream stream() throws IOException {
    return output == null
        ? new PrintStream(System.out, false, StandardCharsets.UTF_8)
        : new PrintStream(Files.newOutputStream(output), false, StandardCharsets.UTF_8);
  }
}
