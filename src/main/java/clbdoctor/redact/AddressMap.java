package clbdoctor.redact;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Replaces addresses and keeps prefixes: two addresses have as many leading bits in common after as
 * before (Xu et al., Prefix-Preserving IP Address Anonymization, 2002). What has a meaning of its
 * own stays: loopback, link-local, the usual check sources, examples, multicast; private blocks
 * stay private. The last 8 bits of IPv4 and 64 of IPv6 stay too, so that ranges keep their order.
 */
final class AddressMap {
  private static final int KEPT_LAST_IPV4 = 8;
  private static final int KEPT_LAST_IPV6 = 64;

  /** Not replaced at all: RFC 6890, RFC 5737, RFC 3849, and where vendors' checks come from. */
  private static final List<IpNetwork> FIXED =
      networks(
          "0.0.0.0/8 127.0.0.0/8 169.254.0.0/16 100.64.0.0/10 192.0.2.0/24 198.51.100.0/24"
              + " 203.0.113.0/24 224.0.0.0/3 168.63.129.16/32 35.191.0.0/16 130.211.0.0/22"
              + " 209.85.152.0/22 ::/64 fe80::/10 ff00::/8 2001:db8::/32 64:ff9b::/96");

  /** Replaced inside themselves: RFC 1918, RFC 4193, global unicast. */
  private static final List<IpNetwork> KINDS =
      networks("10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7 2000::/3");

  private final Secret secret;
  private final List<IpNetwork> ranges;
  private final Map<IpAddress, IpAddress> known = new HashMap<>();

  /**
   * A map under a key.
   *
   * @param ranges blocks inside which the order of addresses must stay as it is
   */
  AddressMap(Secret secret, List<IpNetwork> ranges) {
    this.secret = secret;
    this.ranges = List.copyOf(ranges);
  }

  IpAddress replaced(IpAddress address) {
    return known.computeIfAbsent(address, this::compute);
  }

  private IpAddress compute(IpAddress address) {
    boolean ipv4 = address.family() == AddressFamily.IPV4;
    int flipped = address.bits() - (ipv4 ? KEPT_LAST_IPV4 : KEPT_LAST_IPV6);
    long high = address.high();
    long low = address.low();
    for (int bit = 0; bit < flipped; bit++) {
      if (mayFlip(new IpNetwork(address, bit)) && secret.bit(new IpNetwork(address, bit) + "/")) {
        long mask = 1L << (ipv4 ? 31 - bit : 63 - bit);
        high ^= ipv4 ? 0 : mask;
        low ^= ipv4 ? mask : 0;
      }
    }
    return new IpAddress(address.family(), high, low);
  }

  /** Whether the bit behind this prefix may change, which moves all addresses of that prefix. */
  private boolean mayFlip(IpNetwork prefix) {
    boolean aboveSomeMeaning =
        Stream.concat(FIXED.stream(), KINDS.stream())
            .anyMatch(n -> n.prefixLength() > prefix.prefixLength() && prefix.contains(n));
    boolean inside =
        Stream.concat(FIXED.stream(), ranges.stream()).anyMatch(n -> n.contains(prefix));
    return !aboveSomeMeaning && !inside;
  }

  private static List<IpNetwork> networks(String words) {
    return Stream.of(words.split(" ")).map(IpNetwork::parse).toList();
  }
}
