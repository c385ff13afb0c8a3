package clbdoctor.cli;

import clbdoctor.fact.BackEnd;
import clbdoctor.fact.Facts;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Vantage;
import clbdoctor.live.probe.Plan;
import clbdoctor.live.probe.Probes;
import clbdoctor.yaml.FactDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clb-doctor probe}: what another machine sees of the port. */
@Command(
    name = "probe",
    customSynopsis = {
      "  clb-doctor probe --from PEER --address 10.0.0.10 --port 80 > peer.yaml",
      "  clb-doctor probe --from CHECK_SOURCE --with report.yaml --output outside.yaml",
      "  clb-doctor probe --from PEER --with report.yaml --dry-run"
    },
    description =
        "Probe the port as the load balancer does, from this machine, and write what came back as"
            + " facts.")
final class ProbeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;
  @Mixin private CheckSettings check;

  @Option(
      names = "--from",
      required = true,
      split = ",",
      paramLabel = "PLACE",
      description =
          "Where this machine stands: CHECK_SOURCE or PEER; on the server itself SERVER_TO_PRIVATE,"
              + " SERVER_TO_LOOPBACK or both.")
  private List<Vantage> from;

  @Option(names = "--dry-run", description = "Print every probe and send none.")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    Facts facts = known();
    try (PrintStream out = output.stream()) {
      if (dryRun) {
        from.stream()
            .flatMap(place -> plan(place, facts).lines().stream())
            .forEach(line -> out.print(line + "\n"));
      } else {
        out.print(text(facts));
      }
    }
    return 0;
  }

  /** What is known of the back end and its check. */
  private Facts known() throws IOException {
    FactDocument document = check.document();
    if (document.value(Subject.BACK_END, "privateAddress").isEmpty()
        || document.value(Subject.BACK_END, "port").isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "give --address and --port, or --with FILE that has them in backEnd");
    }
    return document.report("what is given").facts();
  }

  private static Plan plan(Vantage place, Facts facts) {
    IpAddress back = backEnd(facts).privateAddress();
    IpAddress address = place == Vantage.SERVER_TO_LOOPBACK ? Probes.loopback(back.family()) : back;
    return Probes.plan(place, address, facts.all());
  }

  private static BackEnd backEnd(Facts facts) {
    return facts.first(BackEnd.class).orElseThrow();
  }

  /** One place after the other, so that they do not slow each other down. */
  private String text(Facts facts) {
    FactDocument document =
        FactDocument.named("probes of " + backEnd(facts).privateAddress() + " by " + from);
    from.forEach(place -> Probes.send(plan(place, facts), facts.all()).forEach(document::add));
    return document.text();
  }
}
