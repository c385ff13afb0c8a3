package clbdoctor.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How every command presents itself: examples first; and what is said of a wrong command line. */
final class Help {
  private Help() {}

  /** Gives a command and those below it the same sections and the option {@code --help}. */
  static void dress(CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    UsageMessageSpec usage = command.usageMessage();
    if (command.findOption("--help") == null) {
      command.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help and end.")
              .build());
    }
    usage.synopsisHeading(usage.customSynopsis().length == 0 ? "Usage: " : "Examples:%n");
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%nArguments:%n");
    usage.optionListHeading("%nOptions:%n");
    usage.commandListHeading("%nCommands:%n");
    usage.autoWidth(true);
    line.getSubcommands().values().forEach(Help::dress);
  }

  /** Says what is wrong, what was probably meant, an example, and where to read more. */
  static int wrongUsage(ParameterException wrong, String... arguments) {
    CommandLine line = wrong.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, err);
    List<String> examples = List.of(line.getCommandSpec().usageMessage().customSynopsis());
    examples.stream().limit(1).forEach(err::println);
    err.println(line.getCommandSpec().qualifiedName() + " --help says more");
    err.flush();
    return Exit.USAGE;
  }
}
