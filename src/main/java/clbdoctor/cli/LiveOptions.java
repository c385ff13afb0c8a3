package clbdoctor.cli;

import clbdoctor.fact.Facts;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Subject;
import clbdoctor.live.Host;
import clbdoctor.live.Plan;
import clbdoctor.live.Plans;
import clbdoctor.live.Scout;
import clbdoctor.live.Target;
import clbdoctor.yaml.FactDocument;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a live look needs to know, and the plan that follows from it. */
final class LiveOptions {
  /** How long the program may take to write what it has after Ctrl-C. */
  private static final int SECONDS_TO_END = 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private CheckSettings settings;

  @Option(
      names = "--dry-run",
      description = "Print every command that would run, each on a line, and run none.")
  private boolean dryRun;

  @Option(
      names = "--capture",
      description =
          "Capture the packets of the check too, over two intervals of it and five seconds;"
              + " needs root and tcpdump.")
  private boolean capture;

  /**
   * What is known before any look, and the looks.
   *
   * @param document the sections that are known
   * @param plan the looks
   */
  record Prepared(FactDocument document, Plan plan) {}

  /** What a command does with the plan; gives the exit code. */
  interface Work {
    int run(Prepared prepared, Interruption interruption) throws IOException;
  }

  /** Does the work, or prints with {@code --dry-run} what would run. */
  int run(Work work) throws IOException {
    Prepared prepared = prepare();
    if (dryRun) {
      prepared.plan().lines().forEach(System.out::println);
      return 0;
    }
    Interruption interruption = Interruption.within(SECONDS_TO_END);
    try {
      return work.run(prepared, interruption);
    } finally {
      interruption.over();
    }
  }

  /** The plan for this host. */
  Prepared prepare() throws IOException {
    Host host = Scout.host();
    FactDocument document = settings.document();
    demandPort(document);
    if (!document.has(Subject.PLATFORM)) {
      document.add(host.platform());
    }
    address(document, host);
    check(document);
    Facts given = document.report("what is given").facts();
    Target target = Target.of(given, settings.service());
    return new Prepared(document, Plans.of(host, target, given.all(), capture));
  }

  private void demandPort(FactDocument document) {
    if (document.value(Subject.BACK_END, "port").isEmpty()) {
      throw wrong("--port is missing: the back-end port of the binding; or give --with FILE");
    }
  }

  private void address(FactDocument document, Host host) {
    if (document.value(Subject.BACK_END, "privateAddress").isPresent()) {
      return;
    }
    IpAddress found =
        host.privateAddress()
            .map(Host.LocalAddress::address)
            .orElseThrow(() -> wrong("this server has no address; give --address"));
    document.set(Subject.BACK_END, "privateAddress", found);
    if (host.addresses().size() > 1) {
      System.err.println("note: taking " + found + " for the private address (--address)");
    }
  }

  /** The check's method is never guessed; it follows from a layer-7 listener at most. */
  private void check(FactDocument document) {
    if (document.value(Subject.HEALTH_CHECK, "method").isEmpty()) {
      throw wrong("--method is missing: how the check is made, TCP, HTTP …; or give --with FILE");
    }
    document.setIfAbsent(Subject.HEALTH_CHECK, "sources", List.of(CheckSettings.USUAL_SOURCE));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
