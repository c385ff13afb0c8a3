package clbdoctor.cli;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.StatusSet;
import clbdoctor.text.ProblemsException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program. */
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
    synopsisHeading = "Examples:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing wrong found",
      "1:causes found",
      "2:wrong usage",
      "3:bad input or bad rules",
      "4:inconclusive, facts are missing",
      "5:collection failed",
      "70:internal error",
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
      VersionCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
public final class Main implements Callable<Integer> {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command line and gives the exit code. */
  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand("completion", new AutoComplete.GenerateCompletion());
    register(line, IpAddress.class, IpAddress::parse);
    register(line, IpNetwork.class, IpNetwork::parse);
    register(line, StatusSet.class, StatusSet::parse);
    line.setExecutionExceptionHandler(Main::failed);
    return line.execute(arguments);
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

  /** A user's mistake is told in a line for each problem; only our own mistakes have a trace. */
  private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    if (failure instanceof ProblemsException) {
      System.err.println(failure.getMessage());
      return Exit.BAD_INPUT;
    }
    System.err.println("internal error: " + failure + "; run again with --debug and report it");
    if (parsed.expandedArgs().contains("--debug")) {
      failure.printStackTrace();
    }
    return Exit.INTERNAL_ERROR;
  }
}
