package clbdoctor.live.probe;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Vantage;

/**
 * A probe that may be sent.
 *
 * @param from where it is sent from, in relation to the server
 * @param waitMillis how long it waits in all
 */
public record PlannedProbe(
    Vantage from, IpAddress address, int port, int waitMillis, Payload payload) {

  PlannedProbe carrying(Payload other) {
    return new PlannedProbe(from, address, port, waitMillis, other);
  }

  boolean overTls() {
    return payload instanceof Payload.Tls
        || payload instanceof Payload.Request request && request.tls().isPresent();
  }

  PlannedProbe within(int millis) {
    return new PlannedProbe(from, address, port, millis, payload);
  }

  /** One line that says what it sends, where to, and how long it waits. */
  @Override
  public String toString() {
    return what() + ", up to " + waitMillis + " ms, " + from.phrase();
  }

  private String what() {
    String to = address.family() == AddressFamily.IPV4 ? address.toString() : "[" + address + "]";
    if (payload instanceof Payload.Echo) {
      return "ping " + address;
    }
    if (payload instanceof Payload.Nothing) {
      return "connect to " + to + ":" + port + "/TCP";
    }
    if (payload instanceof Payload.Datagram datagram) {
      return "datagram to " + to + ":" + port + "/UDP: " + datagram.bytes();
    }
    if (payload instanceof Payload.Custom custom) {
      String protocol = custom.stream() ? "/TCP" : "/UDP";
      return "bytes to " + to + ":" + port + protocol + ": " + custom.bytes();
    }
    return to + ":" + port + ": " + payload;
  }
}
