package clbdoctor.live.probe;

import clbdoctor.collect.OutputReader;
import clbdoctor.collect.output.CommandOutput;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.Observed;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** ICMP echo requests, by the ping of the platform: Java cannot send them without privileges. */
final class EchoProbe {
  private static final int REQUESTS = 3;
  private static final int GRACE_MILLIS = 200;

  private EchoProbe() {}

  /** Nothing when there is no ping, or it says nothing. */
  static List<Observed> send(PlannedProbe plan) {
    List<String> command = command(plan, System.getProperty("os.name"));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      int millis = plan.waitMillis() + GRACE_MILLIS * REQUESTS;
      if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
        process.toHandle().destroyForcibly();
      }
      String text = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      return OutputReader.read(
              new CommandOutput(
                  Optional.of(String.join(" ", command)), text, Optional.of(plan.from())),
              ReadingContext.of(List.of(new BackEnd(plan.address(), plan.port()))))
          .observed();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** ping(8) of iputils takes seconds, ping of Windows milliseconds. */
  static List<String> command(PlannedProbe plan, String system) {
    String address = plan.address().toString();
    if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
      return List.of("ping", "-n", "" + REQUESTS, "-w", "" + plan.waitMillis(), address);
    }
    int seconds = Math.max(1, (plan.waitMillis() + 999) / 1000);
    return List.of("ping", "-n", "-c", "" + REQUESTS, "-i", "0.2", "-W", "" + seconds, address);
  }
}
