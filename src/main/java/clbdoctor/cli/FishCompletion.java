package clbdoctor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Commands, options and their words as {@code complete} lines of the shell fish. */
final class FishCompletion {
  private final String program;
  private final StringBuilder lines = new StringBuilder();

  private FishCompletion(String program) {
    this.program = program;
  }

  /** The lines for a program; a file name is offered where no words are known. */
  static String of(CommandLine line) {
    FishCompletion completion = new FishCompletion(line.getCommandName());
    completion.command(line, List.of());
    return completion.lines.toString();
  }

  private void command(CommandLine line, List<String> path) {
    String here = here(line, path);
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              line(here, "-f -a " + name, description(command.getCommandSpec()));
              List<String> below = new ArrayList<>(path);
              below.add(name);
              command(command, below);
            });
    line.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> option(here, option));
    for (ArgSpec argument : line.getCommandSpec().positionalParameters()) {
      if (argument.completionCandidates() != null) {
        line(here, "-f -a " + words(argument), "");
      }
    }
  }

  /** Behind the words of a command, and not yet behind those of one below it. */
  private static String here(CommandLine line, List<String> path) {
    List<String> conditions =
        new ArrayList<>(path.stream().map(word -> "__fish_seen_subcommand_from " + word).toList());
    List<String> others = new ArrayList<>(line.getSubcommands().keySet());
    if (path.size() == 1) {
      others.addAll(groupsWith(path.get(0), line.getParent()));
    }
    if (!others.isEmpty()) {
      conditions.add("not __fish_seen_subcommand_from " + String.join(" ", others));
    }
    return String.join("; and ", conditions);
  }

  /** Commands that have one of the same name below them: {@code check}, {@code rules check}. */
  private static List<String> groupsWith(String name, CommandLine program) {
    return program.getSubcommands().entrySet().stream()
        .filter(entry -> entry.getValue().getSubcommands().containsKey(name))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void option(String here, OptionSpec option) {
    StringBuilder words = new StringBuilder();
    for (String name : option.names()) {
      words.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    boolean file = option.paramLabel().matches(".*(FILE|DIR|REPORT).*");
    if (option.completionCandidates() != null) {
      words.append(" -x -a ").append(words(option));
    } else if (option.arity().max() > 0) {
      words.append(file ? " -r -F" : " -x");
    }
    line(here, words.toString().strip(), String.join(" ", option.description()));
  }

  private static String words(ArgSpec argument) {
    return quoted(
        StreamSupport.stream(argument.completionCandidates().spliterator(), false)
            .collect(Collectors.joining(" ")));
  }

  private static String description(CommandSpec command) {
    return String.join(" ", command.usageMessage().description());
  }

  private void line(String here, String what, String description) {
    lines.append("complete -c ").append(program);
    lines.append(" -n ").append(quoted(here)).append(' ').append(what);
    lines.append(description.isEmpty() ? "" : " -d " + quoted(description)).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
