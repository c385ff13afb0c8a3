package clbdoctor.collect.output;

import clbdoctor.fact.Vantage;
import java.util.List;
import java.util.Optional;

/**
 * What one command printed.
 *
 * @param command the command line, when it is known
 * @param lines what it printed
 * @param whole whether nothing speaks for a part of the output being cut off: the next prompt
 *     follows, or the last line ends with a line end
 * @param from where the command was run, when it is not the server itself
 * @param context what else is known
 */
public record Block(
    Optional<ShellCommand> command,
    List<Line> lines,
    boolean whole,
    Optional<Vantage> from,
    ReadingContext context) {

  public Block {
    lines = List.copyOf(lines);
  }

  /** The same with other lines. */
  public Block with(List<Line> others) {
    return new Block(command, others, whole, from, context);
  }

  /** The number of the first line, 1 when there is none. */
  public int firstLine() {
    return lines.isEmpty() ? 1 : lines.get(0).number();
  }

  /** Whether the command was run on the server, as an output without a vantage is taken to be. */
  public boolean onServer() {
    return from.map(v -> v == Vantage.SERVER_TO_LOOPBACK || v == Vantage.SERVER_TO_PRIVATE)
        .orElse(true);
  }

  /** The text of all lines. */
  public String text() {
    return String.join("\n", lines.stream().map(Line::text).toList());
  }

  /** Whether the command has this option letter; false when there is no command. */
  public boolean option(char letter) {
    return command.map(c -> c.option(letter)).orElse(false);
  }
}
