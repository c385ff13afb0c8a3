package clbdoctor.live.probe;

import clbdoctor.fact.ProbeOutcome;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.util.Locale;

/**
 * What it means when a connection does not come about. Linux gives the program an errno,
 * connect(2): ECONNREFUSED for RST and for ICMP port unreachable, EHOSTUNREACH for ICMP host
 * unreachable and all the prohibited kinds, ENETUNREACH for the network kinds; Java gives its text.
 */
final class ConnectFailure {
  private ConnectFailure() {}

  static ProbeOutcome outcome(IOException failure) {
    if (failure instanceof PortUnreachableException) {
      return ProbeOutcome.PORT_UNREACHABLE;
    }
    if (failure instanceof NoRouteToHostException) {
      return ProbeOutcome.UNREACHABLE;
    }
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("refused")) {
      return ProbeOutcome.REFUSED;
    }
    if (words.contains("timed out")) {
      return ProbeOutcome.TIMED_OUT;
    }
    return words.contains("unreachable") || words.contains("no route")
        ? ProbeOutcome.UNREACHABLE
        : ProbeOutcome.NOT_CONNECTED;
  }
}
