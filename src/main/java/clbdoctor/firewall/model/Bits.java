package clbdoctor.firewall.model;

import clbdoctor.fact.IpAddress;
import java.nio.charset.StandardCharsets;

/**
 * An unsigned number of 128 bits: the value of any packet field. Addresses fill the lowest 32 or
 * all bits, interface names fill their 16 bytes from the left as the kernel keeps them.
 */
public record Bits(long high, long low) implements Comparable<Bits> {

  public static final Bits ZERO = new Bits(0, 0);
  public static final Bits MAX = new Bits(-1, -1);

  public static Bits of(long value) {
    return new Bits(0, value);
  }

  public static Bits of(IpAddress address) {
    return new Bits(address.high(), address.low());
  }

  /** The bytes of a name of at most 16 ASCII characters, padded with zeros: {@code "eth0"}. */
  public static Bits name(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    long[] halves = new long[2];
    for (int i = 0; i < Math.min(bytes.length, 16); i++) {
      halves[i / 8] |= (bytes[i] & 255L) << 56 - 8 * (i % 8);
    }
    return new Bits(halves[0], halves[1]);
  }

  /** The last value whose name starts with {@code text}. */
  static Bits lastName(String text) {
    Bits first = name(text);
    int used = Math.min(text.length(), 16) * 8;
    return first.or(lowest(128 - used));
  }

  /** A number whose lowest {@code count} bits are one. */
  public static Bits lowest(int count) {
    long low = count == 0 ? 0 : -1L >>> Math.max(64 - count, 0);
    return new Bits(count <= 64 ? 0 : -1L >>> 128 - count, low);
  }

  public Bits next() {
    return new Bits(low == -1 ? high + 1 : high, low + 1);
  }

  public Bits previous() {
    return new Bits(low == 0 ? high - 1 : high, low - 1);
  }

  public Bits and(Bits other) {
    return new Bits(high & other.high, low & other.low);
  }

  public Bits or(Bits other) {
    return new Bits(high | other.high, low | other.low);
  }

  public Bits xor(Bits other) {
    return new Bits(high ^ other.high, low ^ other.low);
  }

  public Bits not() {
    return new Bits(~high, ~low);
  }

  @Override
  public int compareTo(Bits other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }
}
