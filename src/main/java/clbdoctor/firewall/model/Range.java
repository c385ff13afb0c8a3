package clbdoctor.firewall.model;

import clbdoctor.fact.IpNetwork;

/** The numbers from {@code first} to {@code last}, both included. */
public record Range(Bits first, Bits last) {

  public static final Range ALL = new Range(Bits.ZERO, Bits.MAX);

  public Range {
    if (first.compareTo(last) > 0) {
      throw new IllegalArgumentException("a range ends before it starts");
    }
  }

  public static Range of(Bits only) {
    return new Range(only, only);
  }

  public static Range of(long first, long last) {
    return new Range(Bits.of(first), Bits.of(last));
  }

  public static Range of(IpNetwork network) {
    return new Range(Bits.of(network.first()), Bits.of(network.last()));
  }

  /** Every name that starts with {@code prefix}. */
  public static Range namesStartingWith(String prefix) {
    return new Range(Bits.name(prefix), Bits.lastName(prefix));
  }

  public boolean contains(Bits value) {
    return first.compareTo(value) <= 0 && value.compareTo(last) <= 0;
  }
}
