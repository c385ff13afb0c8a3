package clbdoctor.firewall.windows;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of addresses, ports and ICMP types as netsh writes them. */
final class NetshValues {
  private NetshValues() {}

  /** The addresses of one family; nothing for words such as {@code LocalSubnet}. */
  static Optional<RangeSet> addresses(String text, AddressFamily family) {
    if (text.isEmpty() || text.equals("Any")) {
      return Optional.of(RangeSet.ALL);
    }
    List<Range> ranges = new ArrayList<>();
    try {
      for (String part : text.split(",")) {
        boolean ipv6 = part.indexOf(':') >= 0;
        if (ipv6 == (family == AddressFamily.IPV6) || !part.matches("[0-9a-fA-F:./-]+")) {
          ranges.add(range(part.strip()));
        }
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(RangeSet.of(ranges));
  }

  /** {@code 100.64.0.0/10}, {@code 10.0.0.0/255.0.0.0} or {@code 10.0.0.1-10.0.0.9}. */
  private static Range range(String text) {
    int dash = text.indexOf('-');
    if (dash > 0) {
      return new Range(
          Bits.of(IpAddress.parse(text.substring(0, dash))),
          Bits.of(IpAddress.parse(text.substring(dash + 1))));
    }
    int slash = text.indexOf('/');
    if (slash < 0 || text.indexOf('.', slash) < 0) {
      return Range.of(IpNetwork.parse(text));
    }
    long mask = IpAddress.parse(text.substring(slash + 1)).low();
    int length = Long.bitCount(mask);
    return Range.of(new IpNetwork(IpAddress.parse(text.substring(0, slash)), length));
  }

  /** Nothing for words such as {@code RPC}. */
  static Optional<RangeSet> ports(String text) {
    if (text.isEmpty() || text.equals("Any")) {
      return Optional.of(RangeSet.ALL);
    }
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",")) {
      String[] ends = part.strip().split("-", -1);
      if (!ends[0].matches("[0-9]{1,5}") || !ends[ends.length - 1].matches("[0-9]{1,5}")) {
        return Optional.empty();
      }
      ranges.add(Range.of(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
    }
    return Optional.of(RangeSet.of(ranges));
  }

  /** Lines of type and code below a heading: {@code Type Code;8 Any}. */
  static Optional<RangeSet> icmpTypes(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String line : text.split(";")) {
      String type = line.strip().split(" +")[0];
      if (type.equals("Any") || text.isEmpty()) {
        return Optional.of(RangeSet.ALL);
      }
      if (type.matches("[0-9]{1,3}")) {
        ranges.add(Range.of(Long.parseLong(type), Long.parseLong(type)));
      }
    }
    return Optional.of(RangeSet.of(ranges));
  }
}
