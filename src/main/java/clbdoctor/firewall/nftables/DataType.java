package clbdoctor.firewall.nftables;

/** The data types of nft(8) that a probe's packets can be compared with. */
enum DataType {
  IPV4("ipv4_addr"),
  IPV6("ipv6_addr"),
  SERVICE("inet_service"),
  PROTOCOL("inet_proto"),
  MARK("mark"),
  NAME("ifname"),
  INDEX("iface_index"),
  STATE("ct_state"),
  STATUS("ct_status"),
  DIRECTION("ct_dir"),
  ICMP_TYPE("icmp_type"),
  ICMP_CODE("icmp_code"),
  ICMPV6_TYPE("icmpv6_type"),
  ICMPV6_CODE("icmpv6_code"),
  TCP_FLAG("tcp_flag"),
  ADDRESS_TYPE("fib_addrtype"),
  NETWORK_PROTOCOL("nf_proto"),
  ETHER_TYPE("ether_type"),
  PACKET_TYPE("pkt_type"),
  DSCP("dscp"),
  INTEGER("integer"),
  BOOLEAN("boolean"),
  VERDICT("verdict");

  private final String written;

  DataType(String written) {
    this.written = written;
  }

  static DataType of(String name) {
    for (DataType type : values()) {
      if (type.written.equals(name)) {
        return type;
      }
    }
    throw new SyntaxException("the type " + name + " is not modelled");
  }

  /** Whether a list of values means any of their bits. */
  boolean bits() {
    return this == STATE || this == STATUS || this == TCP_FLAG;
  }
}
