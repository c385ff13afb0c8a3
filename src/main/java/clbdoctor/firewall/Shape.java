package clbdoctor.firewall;

import clbdoctor.fact.AddressFamily;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.Refusal;

/**
 * What of a packet no rule changes.
 *
 * @param tracked the protocol of its connection: for an ICMP error that of the packet it is about
 */
record Shape(
    AddressFamily family,
    int protocol,
    int tracked,
    Value icmpType,
    Value icmpCode,
    Value tcpFlags,
    Value length,
    Value timeToLive) {

  static final int SYN = 2;
  static final int RST = 4;
  static final int ACK = 16;

  /** Counted with the length where a packet leaves. */
  private static final int ETHERNET = 14;

  boolean icmp() {
    return protocol == 1 || protocol == 58;
  }

  boolean ipv6() {
    return family == AddressFamily.IPV6;
  }

  static Shape request(Check check) {
    return shape(check, SYN, check.destination().family() == AddressFamily.IPV4 ? 8 : 128);
  }

  static Shape reply(Check check) {
    return shape(check, SYN | ACK, check.destination().family() == AddressFamily.IPV4 ? 0 : 129);
  }

  static Shape second(Check check) {
    return shape(check, ACK, check.destination().family() == AddressFamily.IPV4 ? 8 : 128);
  }

  /** The answer to a packet of this shape by which netfilter refuses it. */
  Shape refusal(Refusal refusal) {
    boolean reset = refusal == Refusal.TCP_RESET;
    boolean toSyn = tcpFlags.equals(Value.of(SYN));
    return new Shape(
        family,
        reset ? 6 : ipv6() ? 58 : 1,
        tracked,
        reset ? Value.ABSENT : Value.of(refusal.icmpType()),
        reset ? Value.ABSENT : Value.of(refusal.icmpCode()),
        reset ? Value.of(toSyn ? RST | ACK : RST) : Value.ABSENT,
        length,
        timeToLive);
  }

  /** Headers with their options at most, without data behind those of TCP. */
  private static Range length(Check check) {
    int header = check.destination().family() == AddressFamily.IPV4 ? 20 : 40;
    return check.protocol() == Protocol.TCP
        ? Range.of(header + 20, 60 + 60 + ETHERNET)
        : Range.of(header + 8, 65535);
  }

  private static Shape shape(Check check, int flags, int icmpType) {
    AddressFamily family = check.destination().family();
    boolean icmp = check.protocol() == Protocol.ICMP_ECHO;
    return new Shape(
        family,
        check.protocol().number(family),
        check.protocol().number(family),
        icmp ? Value.of(icmpType) : Value.ABSENT,
        icmp ? Value.of(0) : Value.ABSENT,
        check.protocol() == Protocol.TCP ? Value.of(flags) : Value.ABSENT,
        new Value.Within(RangeSet.of(length(check)), "the packet's length"),
        new Value.Within(RangeSet.of(Range.of(1, 255)), "the packet's time to live"));
  }
}
