package clbdoctor.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code clb-doctor version}. */
@Command(
    name = "version",
    customSynopsis = "  clb-doctor version",
    description = "Print the version.")
final class VersionCommand implements Callable<Integer>, IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"clb-doctor " + version()};
  }

  static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  @Override
  public Integer call() {
    System.out.println(getVersion()[0]);
    return 0;
  }
}
