package clbdoctor.cli;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.StatusSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Every command of the program with its options. */
@Command(
    name = "clb-doctor",
    description =
        "Says why a cloud load balancer marks a back-end port Unhealthy, and how to cure it.",
    synopsisSubcommandLabel = "COMMAND",
    customSynopsis = {
      "  clb-doctor diagnose report.yaml",
      "  clb-doctor check --port 80 --method HTTP --path /health.html",
      "  clb-doctor explain no-listener report.yaml",
      "  clb-doctor facts template > report.yaml",
      "  clb-doctor rules list"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing wrong found",
      "1:causes found",
      "2:wrong usage",
      "3:bad input or bad rules",
      "4:inconclusive, facts are missing",
      "5:collection failed",
      "70:internal error, or the result could not be written",
      "130:interrupted"
    },
    subcommands = {
      DiagnoseCommand.class,
      CheckCommand.class,
      CollectCommand.class,
      ExplainCommand.class,
      FactsCommand.class,
      ProbeCommand.class,
      RulesCommand.class,
      CompletionCommand.class,
      VersionCommand.class,
      CommandLine.HelpCommand.class
    },
    versionProvider = VersionCommand.class)
final class Program implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and end.")
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "On an internal error print its trace.")
  private boolean debug;

  /** Every command with its options. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Program());
    Help.dress(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Help::wrongUsage);
    register(line, IpAddress.class, IpAddress::parse);
    register(line, IpNetwork.class, IpNetwork::parse);
    register(line, StatusSet.class, StatusSet::parse);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) ->
            Main.failed(failure, parsed.expandedArgs().contains("--debug")));
    return line;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(System.err);
    return Exit.USAGE;
  }

  /** Values whose own words say what is wrong with them. */
  private static <T> void register(CommandLine line, Class<T> type, Function<String, T> parse) {
    line.registerConverter(
        type,
        text -> {
          try {
            return parse.apply(text);
          } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
          }
        });
  }
}
