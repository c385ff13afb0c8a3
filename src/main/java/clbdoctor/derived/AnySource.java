package clbdoctor.derived;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.AddressRange;
import clbdoctor.firewall.Doubt;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.FirewallVerdict.Part;
import clbdoctor.firewall.model.Refusal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the report does not say which addresses the check comes from, the packet filter is asked
 * about all: what every source meets, the check meets too.
 */
final class AnySource {
  static final String UNKNOWN = "it differs by source; write healthCheck.sources";

  /** No packet that arrives is from these: this host, loopback, multicast (RFC 6890, RFC 4291). */
  private static final List<IpNetwork> NEVER =
      List.of(
          IpNetwork.parse("0.0.0.0/8"),
          IpNetwork.parse("127.0.0.0/8"),
          IpNetwork.parse("224.0.0.0/3"),
          IpNetwork.parse("::/127"),
          IpNetwork.parse("ff00::/8"));

  private AnySource() {}

  static IpNetwork of(AddressFamily family) {
    return IpNetwork.parse(family == AddressFamily.IPV4 ? "0.0.0.0/0" : "::/0");
  }

  /** The same if all parts end alike, and open if they do not. */
  static FirewallVerdict settled(FirewallVerdict verdict, IpAddress host) {
    List<Part> parts =
        verdict.parts().stream()
            .filter(part -> !part.sources().stream().allMatch(range -> never(range, host)))
            .toList();
    boolean alike = parts.stream().map(AnySource::ending).distinct().count() == 1;
    Part only =
        alike ? Collections.max(parts, Comparator.comparing(AnySource::addresses)) : open(parts);
    return new FirewallVerdict(only.kind(), List.of(only), verdict.blockers());
  }

  private static boolean never(AddressRange range, IpAddress host) {
    return range.first().equals(host) && range.last().equals(host)
        || NEVER.stream().anyMatch(n -> n.contains(range.first()) && n.contains(range.last()));
  }

  private static BigInteger addresses(Part part) {
    return part.sources().stream()
        .map(range -> range.last().toNumber().subtract(range.first().toNumber()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static Object ending(Part part) {
    return part.kind() == Kind.DENIED
        ? part.denials().get(0).seen() == Refusal.SILENCE
        : part.kind();
  }

  private static Part open(List<Part> parts) {
    List<Doubt> doubts = parts.stream().flatMap(part -> part.doubts().stream()).distinct().toList();
    return new Part(
        parts.stream().flatMap(part -> part.sources().stream()).toList(),
        Kind.UNDECIDABLE,
        List.of(),
        List.of(),
        List.of(),
        doubts.isEmpty() ? List.of(new Doubt(UNKNOWN, Optional.empty())) : doubts);
  }
}
