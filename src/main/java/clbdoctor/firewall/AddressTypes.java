package clbdoctor.firewall;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the routing table says of an address: its RTN_* type (linux/rtnetlink.h) and the interface
 * towards it, as far as the host's addresses and routes tell.
 */
final class AddressTypes {
  private static final long UNICAST = 1;
  private static final long LOCAL = 2;
  private static final long BROADCAST = 3;
  private static final long MULTICAST = 5;
  private static final RangeSet NOT_LOCAL =
      RangeSet.of(Range.of(0, 1), Range.of(4, 4), Range.of(6, 255));
  private static final RangeSet NOT_LOCAL_MAYBE_BROADCAST =
      RangeSet.of(Range.of(0, 1), Range.of(3, 4), Range.of(6, 255));

  private final Host host;
  private final AddressFamily family;
  private final IpAddress checked;

  AddressTypes(Host host, IpAddress checked) {
    this.host = host;
    this.family = checked.family();
    this.checked = checked;
  }

  /** Whether packets to this address end in the host; nothing when that depends. */
  Optional<Boolean> local(Value address, RangeSet sources) {
    Split split = Membership.amongRanges(address, locals(), sources);
    boolean all = split.no().isEmpty() && split.maybe().isEmpty();
    boolean none = split.yes().isEmpty() && split.maybe().isEmpty();
    return all || none ? Optional.of(all) : Optional.empty();
  }

  /** The type of {@code address} for each source. */
  List<Piece> of(Value address, RangeSet sources) {
    List<Piece> pieces = new ArrayList<>();
    RangeSet rest = sources;
    for (Typed typed : typed()) {
      Split split = Membership.amongRanges(address, typed.addresses(), rest);
      add(pieces, split.yes(), Value.of(typed.type()));
      add(pieces, split.maybe(), Value.unknown("the type of an address that is not known"));
      rest = split.no();
    }
    add(pieces, rest, notLocal(address));
    return pieces;
  }

  /** Whether packets to the source leave by the interface that this one came in on. */
  List<Piece> routeBack(Packet packet, RangeSet sources) {
    Value value =
        interfaceTo(packet.ends().source(), sources)
            .map(name -> packet.in().equals(new Value.Known(Bits.name(name))))
            .map(same -> Value.of(same ? 1 : 0))
            .orElse(Value.unknown("the route back to the source"));
    return List.of(new Piece(sources, value));
  }

  /** The interface that packets to the address, or to every source, leave by. */
  Optional<String> interfaceTo(Value address, RangeSet sources) {
    if (address instanceof Value.Known known) {
      return host.interfaceTo(IpNetwork.of(address(known.bits())));
    }
    return address instanceof Value.Prober
        ? host.interfaceTo(enclosing(sources))
        : Optional.empty();
  }

  /** The interface of packets to the sources: without routes, the one they come in on. */
  Value wayBack(Value in, RangeSet sources) {
    return interfaceTo(Value.PROBER, sources)
        .<Value>map(name -> new Value.Known(Bits.name(name)))
        .orElse(in);
  }

  private record Typed(RangeSet addresses, long type) {}

  private List<Typed> typed() {
    boolean ipv4 = family == AddressFamily.IPV4;
    RangeSet multicast = networks(ipv4 ? "224.0.0.0/4" : "ff00::/8");
    List<Typed> typed = new ArrayList<>(List.of(new Typed(locals(), LOCAL)));
    if (ipv4) {
      typed.add(new Typed(broadcasts(), BROADCAST));
    }
    typed.add(new Typed(multicast, MULTICAST));
    return typed;
  }

  private Value notLocal(Value address) {
    boolean routed =
        address instanceof Value.Known known
            && host.interfaceTo(IpNetwork.of(address(known.bits()))).isPresent();
    if (routed) {
      return Value.of(UNICAST);
    }
    RangeSet possible = host.addresses().isEmpty() ? NOT_LOCAL_MAYBE_BROADCAST : NOT_LOCAL;
    return new Value.Within(possible, "the route to an address");
  }

  private RangeSet locals() {
    List<Range> ranges = new ArrayList<>();
    ranges.add(Range.of(IpNetwork.parse(family == AddressFamily.IPV4 ? "127.0.0.0/8" : "::1")));
    for (Host.Local local : host.addresses()) {
      if (local.address().family() == family) {
        ranges.add(Range.of(Bits.of(local.address())));
      }
    }
    if (ranges.size() == 1) {
      ranges.add(Range.of(Bits.of(checked)));
    }
    return RangeSet.of(ranges);
  }

  private RangeSet broadcasts() {
    List<Range> ranges = new ArrayList<>();
    ranges.add(Range.of(Bits.of(IpAddress.parse("255.255.255.255"))));
    for (Host.Local local : host.addresses()) {
      if (local.address().family() == family && local.prefixLength() < 31) {
        ranges.add(Range.of(Bits.of(local.network().last())));
      }
    }
    return RangeSet.of(ranges);
  }

  private IpAddress address(Bits bits) {
    return family == AddressFamily.IPV4
        ? IpAddress.ipv4(bits.low())
        : IpAddress.ipv6(bits.high(), bits.low());
  }

  private IpNetwork enclosing(RangeSet sources) {
    IpAddress first = address(sources.first());
    IpAddress last = address(sources.last());
    int length = first.bits();
    while (!new IpNetwork(first, length).contains(last)) {
      length--;
    }
    return new IpNetwork(first, length);
  }

  private static RangeSet networks(String text) {
    return RangeSet.of(Range.of(IpNetwork.parse(text)));
  }

  private static void add(List<Piece> pieces, RangeSet sources, Value value) {
    if (!sources.isEmpty()) {
      pieces.add(new Piece(sources, value));
    }
  }
}
