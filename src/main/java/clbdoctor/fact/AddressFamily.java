package clbdoctor.fact;

/** The version of the Internet Protocol an address belongs to. */
public enum AddressFamily {
  IPV4,
  IPV6
}
