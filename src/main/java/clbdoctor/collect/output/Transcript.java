package clbdoctor.collect.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Cuts a pasted text into blocks at the shell prompts in it. */
public final class Transcript {
  private final CommandOutput output;
  private final ReadingContext context;
  private final Predicate<ShellCommand> known;
  private final List<Block> blocks = new ArrayList<>();
  private List<Line> pending = new ArrayList<>();
  private Optional<ShellCommand> command;

  /** Whether the command was read from the text. */
  private boolean prompted;

  private Transcript(CommandOutput output, ReadingContext context, Predicate<ShellCommand> known) {
    this.output = output;
    this.context = context;
    this.known = known;
    this.command = output.command().flatMap(ShellCommand::parse);
  }

  /**
   * The blocks of a text in order.
   *
   * @param known whether a parser reads what a command prints; needed to tell the prompt {@code #}
   *     from a comment
   */
  public static List<Block> split(
      CommandOutput output, ReadingContext context, Predicate<ShellCommand> known) {
    return new Transcript(output, context, known).split();
  }

  private List<Block> split() {
    boolean first = true;
    for (Line line : Lines.of(output.text())) {
      Optional<Prompts.Prompt> prompt = Prompts.of(line.text(), known);
      if (prompt.isPresent()) {
        endBlock(true);
        command = ShellCommand.parse(prompt.get().command()).map(c -> rooted(c, prompt.get()));
        prompted = true;
      } else if (first && command.isEmpty() && bareCommand(line).isPresent()) {
        command = bareCommand(line);
        prompted = true;
      } else {
        pending.add(line);
      }
      first = first && line.blank();
    }
    boolean told = hasText() || command.isPresent() && !prompted;
    boolean whole = told && Lines.endsWithLineEnd(output.text());
    prompted = true;
    endBlock(whole);
    return blocks;
  }

  /** A stated command with nothing before the first prompt is the one behind that prompt. */
  private void endBlock(boolean whole) {
    if (hasText() || command.isPresent() && prompted) {
      blocks.add(new Block(command, pending, whole, output.from(), context));
    }
    pending = new ArrayList<>();
    command = Optional.empty();
  }

  private boolean hasText() {
    return pending.stream().anyMatch(line -> !line.blank());
  }

  private static ShellCommand rooted(ShellCommand c, Prompts.Prompt prompt) {
    return new ShellCommand(
        c.text(),
        c.program(),
        c.arguments(),
        c.filters(),
        c.elevated() || prompt.root(),
        c.elsewhere());
  }

  /** A first line that is the command itself, without a prompt. */
  private Optional<ShellCommand> bareCommand(Line line) {
    boolean banner = line.text().matches("\\S+ - .*|.*[:：]\\s.*|.*\\s{2,}\\S.*");
    return banner ? Optional.empty() : ShellCommand.parse(line.text()).filter(known);
  }
}
