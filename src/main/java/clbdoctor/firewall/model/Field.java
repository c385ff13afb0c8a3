package clbdoctor.firewall.model;

/** What a rule can look at: a header field, packet metadata or a property of the connection. */
public enum Field {
  /** 2 for IPv4, 10 for IPv6, as NFPROTO_* in linux/netfilter.h. */
  NETWORK_PROTOCOL,
  /** 0x0800 for IPv4, 0x86dd for IPv6. */
  ETHER_TYPE,
  /** The IANA protocol number: 1, 6, 17, 58. */
  TRANSPORT_PROTOCOL,
  SOURCE,
  DESTINATION,
  SOURCE_PORT,
  DESTINATION_PORT,
  /** The interface's name, empty where there is none. */
  IN_INTERFACE,
  OUT_INTERFACE,
  MARK,
  /** One bit a state, see {@link CtState}. */
  CT_STATE,
  CT_MARK,
  /** 0 original, 1 reply. */
  CT_DIRECTION,
  /** The IPS_* bits of linux/netfilter/nf_conntrack_common.h. */
  CT_STATUS,
  CT_NETWORK_PROTOCOL,
  CT_TRANSPORT_PROTOCOL,
  CT_ORIGINAL_SOURCE,
  CT_ORIGINAL_DESTINATION,
  CT_ORIGINAL_SOURCE_PORT,
  CT_ORIGINAL_DESTINATION_PORT,
  CT_REPLY_SOURCE,
  CT_REPLY_DESTINATION,
  CT_REPLY_SOURCE_PORT,
  CT_REPLY_DESTINATION_PORT,
  ICMP_TYPE,
  ICMP_CODE,
  /** FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32, ECE 64, CWR 128. */
  TCP_FLAGS,
  TTL,
  /** Bytes of the IP packet with its header. */
  LENGTH,
  DSCP,
  FRAGMENT_OFFSET,
  /** 0 to this host, 1 broadcast, 2 multicast. */
  PACKET_TYPE,
  /**
   * The RTN_* number of the routing table's answer: 1 unicast, 2 local, 3 broadcast, 5 multicast.
   */
  SOURCE_ADDRESS_TYPE,
  DESTINATION_ADDRESS_TYPE,
  /** 1 when the route to the source leaves by the interface that the packet came in on, else 0. */
  ROUTE_BACK
}
