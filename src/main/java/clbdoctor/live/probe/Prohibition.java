package clbdoctor.live.probe;

import clbdoctor.fact.AddressFamily;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Tells a prohibited packet from an unreachable host: connect(2) says EHOSTUNREACH to both. The
 * packet filter's answer bears the ICMP codes 9, 10 or 13 (RFC 1812 §5.2.7.1), which only a capture
 * shows, so this needs root and tcpdump; without them nothing is prohibited.
 */
final class Prohibition {
  private static final int SETTLE_MILLIS = 1500;
  private static final String ERRORS =
      "icmp[icmptype] == 3 and (icmp[icmpcode] == 9 or icmp[icmpcode] == 10 or icmp[icmpcode] == 13)";

  private Prohibition() {}

  /**
   * Connects once more and looks for the ICMP error that comes back. tcpdump is ended by its
   * handle: {@link Process#destroy} would close what it has printed.
   */
  static boolean of(PlannedProbe plan) {
    boolean able =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("user.name").equals("root")
            && plan.address().family() == AddressFamily.IPV4;
    return able && seen(plan);
  }

  private static boolean seen(PlannedProbe plan) {
    try {
      Process tcpdump =
          new ProcessBuilder(
                  List.of(
                      "tcpdump", "-nn", "-l", "--immediate-mode", "-c", "1", "-i", "any", ERRORS))
              .redirectErrorStream(true)
              .start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(tcpdump.getInputStream(), StandardCharsets.UTF_8))) {
        String line = lines.readLine();
        while (line != null && !line.contains("listening on")) {
          line = lines.readLine();
        }
        connect(plan);
        if (!tcpdump.waitFor(SETTLE_MILLIS, TimeUnit.MILLISECONDS)) {
          tcpdump.toHandle().destroy();
        }
        return lines.lines().anyMatch(l -> l.contains("ICMP") && l.contains(plan.address() + " "));
      } finally {
        tcpdump.destroyForcibly();
      }
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void connect(PlannedProbe plan) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(plan.address().toString(), plan.port()), SETTLE_MILLIS);
    } catch (IOException e) {
      // The error is known; what came over the wire is asked for.
    }
  }
}
