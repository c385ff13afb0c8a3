package clbdoctor.fact;

/** An address and a port in the usual text form. */
final class Endpoint {
  private Endpoint() {}

  /** {@code 10.0.0.10:80}, {@code [::1]:80} (RFC 3986 §3.2.2). */
  static String text(IpAddress address, int port) {
    return address.family() == AddressFamily.IPV4
        ? address + ":" + port
        : "[" + address + "]:" + port;
  }
}
