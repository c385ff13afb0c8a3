package clbdoctor.firewall;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.IpAddress;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of a check's packets through the host, and what came of it. */
final class Judgement {
  private final Trace trace = new Trace();
  private final Doubts doubts = new Doubts();
  private final AddressFamily family;

  /**
   * @param lifting whether denials are noted and then passed over
   */
  Judgement(Firewall firewall, Check check, LimitMode limits, boolean lifting) {
    this.family = check.destination().family();
    AddressTypes addressTypes = new AddressTypes(firewall.host(), check.destination());
    Expressions expressions = new Expressions(addressTypes);
    Conditions conditions = new Conditions(expressions, firewall.ipsets(), limits, doubts);
    Translation translation = new Translation(firewall.host(), family, expressions);
    Walker walker = Walker.start(expressions, conditions, doubts, trace, translation, lifting);
    new PacketPath(check, firewall, addressTypes).run(walker);
  }

  Trace trace() {
    return trace;
  }

  Doubts doubts() {
    return doubts;
  }

  /** A rule that stops the first packet, or its answer, is not named again for the second. */
  List<Blocker> blockers() {
    Map<RuleReference, RangeSet> requests = new HashMap<>();
    Map<RuleReference, RangeSet> replies = new HashMap<>();
    List<Blocker> blockers = new ArrayList<>();
    trace
        .denials()
        .forEach(
            (denial, denied) -> {
              Map<RuleReference, RangeSet> first = denial.leg().ofReply() ? replies : requests;
              if (!denial.afterAnswer()) {
                first.merge(denial.rule(), denied.sources(), RangeSet::union);
              }
              RangeSet before = first.getOrDefault(denial.rule(), RangeSet.EMPTY);
              if (!denial.afterAnswer() || !before.containsAll(denied.sources())) {
                blockers.add(blocker(denial, denied));
              }
            });
    return blockers;
  }

  private Blocker blocker(Denial denial, Trace.Denied denied) {
    boolean certain = denied.certain().equals(denied.sources());
    return new Blocker(denial, addresses(denied.sources(), family), certain);
  }

  static List<AddressRange> addresses(RangeSet sources, AddressFamily family) {
    List<AddressRange> addresses = new ArrayList<>();
    for (Range range : sources.ranges()) {
      addresses.add(
          new AddressRange(address(range.first(), family), address(range.last(), family)));
    }
    return addresses;
  }

  private static IpAddress address(Bits bits, AddressFamily family) {
    return family == AddressFamily.IPV4
        ? IpAddress.ipv4(bits.low())
        : IpAddress.ipv6(bits.high(), bits.low());
  }
}
