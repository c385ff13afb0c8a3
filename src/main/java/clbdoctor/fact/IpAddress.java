package clbdoctor.fact;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address, as 128 bits; an IPv4 address fills the lowest 32.
 *
 * <p>Text forms: dotted quad (RFC 6943 §3.1.1, decimal only: {@code 010.0.0.1} is refused because
 * some tools read it as octal) and RFC 4291 §2.2 for IPv6, without a zone. {@link #toString} gives
 * the dotted quad or the RFC 5952 form.
 */
public record IpAddress(AddressFamily family, long high, long low)
    implements Comparable<IpAddress> {

  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

  /**
   * The address written in {@code text}; an {@link IllegalArgumentException} says what is wrong.
   */
  public static IpAddress parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + text
                        + "\" is not an IP address; write one such as 10.0.0.10 or \"fe80::1\""));
  }

  /** The address written in {@code text}, or nothing when it is not one. */
  public static Optional<IpAddress> tryParse(String text) {
    return text.indexOf(':') >= 0 ? parseIpv6(text) : parseIpv4(text);
  }

  /** The IPv4 address with these 32 bits. */
  public static IpAddress ipv4(long bits) {
    return new IpAddress(AddressFamily.IPV4, 0, bits & 0xffff_ffffL);
  }

  /** The IPv6 address with these 128 bits. */
  public static IpAddress ipv6(long high, long low) {
    return new IpAddress(AddressFamily.IPV6, high, low);
  }

  // What Java makes of a record for these two is put together when it is first called, and takes
  // longer then than all comparisons of a report.
  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress address
        && family == address.family
        && high == address.high
        && low == address.low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high * 31 + low);
  }

  /** 127.0.0.0/8 or ::1: only processes on the same server can use it. */
  public boolean loopback() {
    return family == AddressFamily.IPV4 ? low >>> 24 == 127 : high == 0 && low == 1;
  }

  /** 0.0.0.0 or ::, which stands for every address of the server. */
  public boolean wildcard() {
    return high == 0 && low == 0;
  }

  /** The number of bits of an address of this family: 32 or 128. */
  public int bits() {
    return family == AddressFamily.IPV4 ? 32 : 128;
  }

  /** The address as a number, for arithmetic on ranges. */
  public BigInteger toNumber() {
    return unsigned(high).shiftLeft(64).or(unsigned(low));
  }

  @Override
  public int compareTo(IpAddress other) {
    int byFamily = family.compareTo(other.family);
    int byHigh = byFamily != 0 ? byFamily : Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return family == AddressFamily.IPV4 ? dottedQuad() : colonHex();
  }

  private String dottedQuad() {
    return (low >> 24) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
  }

  private String colonHex() {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (int) ((i < 4 ? high : low) >>> 48 - 16 * (i % 4)) & 0xffff;
    }
    int zerosAt = 0;
    int zeros = 0;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > zeros) {
        zerosAt = i;
        zeros = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (zeros > 1 && i == zerosAt) {
        text.append("::");
        i += zeros - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
            .append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private static Optional<IpAddress> parseIpv4(String text) {
    long bits = 0;
    int from = 0;
    for (int part = 0; part < 4; part++) {
      int end = part < 3 ? text.indexOf('.', from) : text.length();
      int octet = end < 0 ? -1 : octet(text, from, end);
      if (octet < 0) {
        return Optional.empty();
      }
      bits = bits << 8 | octet;
      from = end + 1;
    }
    return Optional.of(ipv4(bits));
  }

  /** The number from 0 to 255 in these characters; -1 when they are none, or start with a 0. */
  private static int octet(String text, int from, int end) {
    boolean padded = end - from > 1 && text.charAt(from) == '0';
    if (end == from || end - from > 3 || padded) {
      return -1;
    }
    int octet = 0;
    for (int i = from; i < end; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      octet = 10 * octet + digit - '0';
    }
    return octet > 255 ? -1 : octet;
  }

  private static Optional<IpAddress> parseIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    Optional<int[]> left = groups(gap < 0 ? text : text.substring(0, gap));
    Optional<int[]> right = groups(gap < 0 ? "" : text.substring(gap + 2));
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    int given = left.get().length + right.get().length;
    if (gap < 0 ? given != 8 : given > 7) {
      return Optional.empty();
    }
    long[] halves = new long[2];
    for (int i = 0; i < 8; i++) {
      int fromRight = i - (8 - right.get().length);
      long group =
          i < left.get().length ? left.get()[i] : fromRight >= 0 ? right.get()[fromRight] : 0;
      halves[i / 4] = halves[i / 4] << 16 | group;
    }
    return Optional.of(ipv6(halves[0], halves[1]));
  }

  /** The 16-bit groups between single colons; a dotted quad at the end counts as two. */
  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    int[] groups = new int[parts.length + (text.indexOf('.') >= 0 ? 1 : 0)];
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        Optional<IpAddress> tail = parseIpv4(parts[i]);
        if (tail.isEmpty()) {
          return Optional.empty();
        }
        groups[i] = (int) (tail.get().low() >> 16);
        groups[i + 1] = (int) (tail.get().low() & 0xffff);
      } else if (GROUP.matcher(parts[i]).matches()) {
        groups[i] = Integer.parseInt(parts[i], 16);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  private static BigInteger unsigned(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }
}
