package clbdoctor.collect;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.CommandOutput;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.collect.output.Transcript;
import clbdoctor.collect.output.UnreadLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what commands printed. A text may hold several commands behind shell prompts, be quoted or
 * wrapped by a mail client, or come without its command when it is unmistakable. Whatever is not
 * understood is listed as unread and costs nothing else.
 */
public final class OutputReader {

  /** What shells say of a command that is not installed. */
  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "(?:[\\w./-]{1,40}: ){1,4}(?:line [0-9]+: )?(?:command )?not found|[\\w./-]{1,40}: [\\w./-]{1,40}: 未找到命令"
              + "|'?.{1,60}'? is not recognized as .*|'?.{1,60}'? ?不是内部或外部命令.*");

  /** Before the reason when the fault is not in the text. */
  public static final String MISTAKE = "clb-doctor fails on it, please report this: ";

  private OutputReader() {}

  /** The facts that a text shows. */
  public static ReadOutput read(CommandOutput output, ReadingContext context) {
    ReadOutput all = ReadOutput.NOTHING;
    for (Block block : Transcript.split(output, context, command -> parser(command).isPresent())) {
      all = all.then(read(block));
    }
    return all;
  }

  /** The tools whose output is understood, in alphabetical order. */
  public static List<String> tools() {
    return Parsers.ALL.stream().map(OutputParser::tool).toList();
  }

  private static ReadOutput read(Block block) {
    if (block.command().map(ShellCommand::elsewhere).orElse(false)) {
      return unread(
          block.lines(),
          "the command looks into a container or at another host, not at the server");
    }
    if (block.lines().stream().anyMatch(line -> NOT_FOUND.matcher(line.text()).matches())) {
      return unread(block.lines(), "the command was not found, so nothing was looked at");
    }
    Optional<OutputParser> parser = block.command().flatMap(OutputReader::parser);
    return parser.isPresent() ? parse(parser.get(), block) : readByShape(block);
  }

  /**
   * What another host says of itself is no fact about the server. A parser that fails takes nothing
   * from the others.
   */
  private static ReadOutput parse(OutputParser parser, Block block) {
    if (parser.local() && !block.onServer()) {
      return unread(block.lines(), "it was printed on another host, not on the server");
    }
    try {
      return parser.parse(block);
    } catch (RuntimeException e) {
      return unread(block.lines(), MISTAKE + e);
    }
  }

  private static Optional<OutputParser> parser(ShellCommand command) {
    return Parsers.ALL.stream().filter(parser -> parser.reads(command)).findFirst();
  }

  /** Cuts a text without a known command where a line can only be the beginning of an output. */
  private static ReadOutput readByShape(Block block) {
    ReadOutput all = ReadOutput.NOTHING;
    Optional<OutputParser> current = Optional.empty();
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      Optional<OutputParser> begun = begunBy(line);
      if (begun.isPresent() && !begun.equals(current)) {
        all = all.then(readPart(block, current, lines));
        current = begun;
        lines = new ArrayList<>();
      }
      lines.add(line);
    }
    return all.then(readPart(block, current, lines));
  }

  private static Optional<OutputParser> begunBy(Line line) {
    return line.blank()
        ? Optional.empty()
        : Parsers.ALL.stream().filter(parser -> parser.begins(line)).findFirst();
  }

  private static ReadOutput readPart(Block block, Optional<OutputParser> parser, List<Line> lines) {
    Block part = new Block(Optional.empty(), lines, block.whole(), block.from(), block.context());
    String command = block.command().map(c -> "\"" + c.text() + "\"").orElse("this");
    return parser
        .map(p -> parse(p, part))
        .orElseGet(() -> unread(lines, "nobody here reads the output of " + command));
  }

  private static ReadOutput unread(List<Line> lines, String reason) {
    List<UnreadLine> unread =
        lines.stream()
            .filter(line -> !line.blank())
            .map(line -> new UnreadLine(line.number(), line.text(), reason))
            .toList();
    return new ReadOutput(List.of(), List.of(), unread, List.of());
  }
}
