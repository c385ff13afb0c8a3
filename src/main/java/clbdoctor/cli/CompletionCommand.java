package clbdoctor.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clb-doctor completion SHELL}. */
@Command(
    name = "completion",
    customSynopsis = {
      "  source <(clb-doctor completion bash)     # in ~/.bashrc; zsh alike",
      "  clb-doctor completion fish > ~/.config/fish/completions/clb-doctor.fish"
    },
    description = "Print what lets a shell complete commands and options.")
final class CompletionCommand implements Callable<Integer> {
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SHELL",
      arity = "0..1",
      defaultValue = "bash",
      description = "bash, zsh or fish; bash when left out.")
  private Shell shell;

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    String name = spec.root().name();
    System.out.print(
        shell == Shell.fish ? FishCompletion.of(program) : AutoComplete.bash(name, program));
    return 0;
  }
}
