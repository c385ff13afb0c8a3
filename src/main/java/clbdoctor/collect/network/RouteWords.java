package clbdoctor.collect.network;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.RouteKind;
import java.util.List;
import java.util.Optional;

/**
 * The words of a route as ip-route(8) prints it: {@code default via 10.0.0.1 dev eth0 metric 100}.
 */
record RouteWords(List<String> words) {

  /** The kind that the first word names; a route to a network has none. */
  RouteKind kind() {
    return switch (words.get(0)) {
      case "local" -> RouteKind.LOCAL;
      case "blackhole" -> RouteKind.BLACKHOLE;
      case "unreachable" -> RouteKind.UNREACHABLE;
      case "prohibit" -> RouteKind.PROHIBIT;
      default -> RouteKind.UNICAST;
    };
  }

  /** The destination; {@code default} is the block of every address. */
  Optional<IpNetwork> destination() {
    boolean named = words.get(0).matches("local|blackhole|unreachable|prohibit|unicast");
    if (named && words.size() < 2) {
      return Optional.empty();
    }
    String text = words.get(named ? 1 : 0);
    return text.equals("default") ? Optional.of(IpNetwork.parse("0.0.0.0/0")) : network(text);
  }

  Optional<String> device() {
    return after("dev");
  }

  Optional<IpAddress> gateway() {
    return after("via").filter(word -> !word.equals("inet6")).flatMap(IpAddress::tryParse);
  }

  Optional<IpAddress> source() {
    return after("src").flatMap(IpAddress::tryParse);
  }

  Optional<Integer> number(String key) {
    return after(key).filter(word -> word.matches("[0-9]{1,9}")).map(Integer::valueOf);
  }

  Optional<String> after(String key) {
    int at = words.indexOf(key);
    return at < 0 || at + 1 == words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  static Optional<IpNetwork> network(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    String length = slash < 0 ? "" : text.substring(slash + 1);
    Optional<IpAddress> parsed = IpAddress.tryParse(address);
    boolean valid =
        length.isEmpty()
            || length.matches("[0-9]{1,3}")
                && parsed.map(a -> Integer.parseInt(length) <= a.bits()).orElse(false);
    return valid
        ? parsed.map(a -> new IpNetwork(a, length.isEmpty() ? a.bits() : Integer.parseInt(length)))
        : Optional.empty();
  }
}
