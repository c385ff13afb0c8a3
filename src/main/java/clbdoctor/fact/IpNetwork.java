package clbdoctor.fact;

import java.util.regex.Pattern;

/**
 * A block of addresses in prefix form (RFC 4632): {@code 100.64.0.0/10}; a single address is a
 * block of one.
 */
public record IpNetwork(IpAddress address, int prefixLength) {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");

  public IpNetwork {
    if (prefixLength < 0 || prefixLength > address.bits()) {
      throw new IllegalArgumentException(
          "prefix length " + prefixLength + " is outside 0-" + address.bits());
    }
    address = masked(address, prefixLength);
  }

  /**
   * The block written in {@code text}: {@code 10.0.0.0/8}, {@code 10.0.0.10} or {@code "fd00::/8"};
   * an {@link IllegalArgumentException} says what is wrong. Bits behind the prefix are cleared, as
   * the kernel does.
   */
  public static IpNetwork parse(String text) {
    int slash = text.indexOf('/');
    IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0) {
      return new IpNetwork(address, address.bits());
    }
    String length = text.substring(slash + 1);
    if (!LENGTH.matcher(length).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has no prefix length; write one such as 100.64.0.0/10");
    }
    return new IpNetwork(address, Integer.parseInt(length));
  }

  public static IpNetwork of(IpAddress address) {
    return new IpNetwork(address, address.bits());
  }

  public boolean contains(IpAddress other) {
    return other.family() == address.family() && masked(other, prefixLength).equals(address);
  }

  public boolean contains(IpNetwork other) {
    return other.prefixLength >= prefixLength && contains(other.address);
  }

  public boolean overlaps(IpNetwork other) {
    return contains(other) || other.contains(this);
  }

  public IpAddress first() {
    return address;
  }

  public IpAddress last() {
    long[] mask = mask(address.family(), prefixLength);
    return address.family() == AddressFamily.IPV4
        ? IpAddress.ipv4(address.low() | ~mask[1])
        : IpAddress.ipv6(address.high() | ~mask[0], address.low() | ~mask[1]);
  }

  public boolean single() {
    return prefixLength == address.bits();
  }

  @Override
  public String toString() {
    return single() ? address.toString() : address + "/" + prefixLength;
  }

  private static IpAddress masked(IpAddress address, int prefixLength) {
    long[] mask = mask(address.family(), prefixLength);
    return new IpAddress(address.family(), address.high() & mask[0], address.low() & mask[1]);
  }

  private static long[] mask(AddressFamily family, int prefixLength) {
    int bits = family == AddressFamily.IPV4 ? prefixLength + 96 : prefixLength;
    return new long[] {ones(Math.min(bits, 64)), ones(Math.max(bits - 64, 0))};
  }

  private static long ones(int count) {
    return count == 0 ? 0 : -1L << 64 - count;
  }
}
