package clbdoctor.collect.socket;

import clbdoctor.fact.IpAddress;
import java.util.Optional;

/**
 * The local end of a socket: {@code 0.0.0.0:80}, {@code :::80}, {@code [::1]:80}, {@code *:80},
 * {@code 127.0.0.53%lo:53}, {@code [fe80::1%12]:546}.
 *
 * @param address empty for {@code *}
 */
record LocalAddress(Optional<IpAddress> address, int port, Optional<String> device) {

  static Optional<LocalAddress> parse(String text) {
    int colon = text.lastIndexOf(':');
    Optional<Integer> port = colon < 0 ? Optional.empty() : Ports.parse(text.substring(colon + 1));
    if (port.isEmpty()) {
      return Optional.empty();
    }
    String host = text.substring(0, colon).replace("[", "").replace("]", "");
    int zone = host.indexOf('%');
    Optional<String> device =
        zone < 0
            ? Optional.empty()
            : Optional.of(host.substring(zone + 1)).filter(d -> !d.isEmpty());
    String name = zone < 0 ? host : host.substring(0, zone);
    if (name.equals("*")) {
      return Optional.of(new LocalAddress(Optional.empty(), port.get(), device));
    }
    String numeric = name.equals("localhost") ? "127.0.0.1" : name;
    return IpAddress.tryParse(numeric)
        .map(address -> new LocalAddress(Optional.of(address), port.get(), device));
  }

  /** Whether this looks like the far end of a socket that is connected to nobody. */
  static boolean isAnyPeer(String text) {
    return text.equals("*:*")
        || text.equals("0.0.0.0:*")
        || text.equals("[::]:*")
        || text.equals(":::*")
        || text.equals("0.0.0.0:0")
        || text.equals("[::]:0");
  }
}
