package clbdoctor.firewall.nftables;

import java.util.HashMap;
import java.util.Map;

/** The names that nft(8) prints for numbers, by data type. */
final class Symbols {
  private static final Map<DataType, Map<String, Long>> NAMES = new HashMap<>();

  static {
    put(DataType.STATE, "invalid 1 established 2 related 4 new 8 untracked 64");
    put(DataType.STATUS, "expected 1 seen-reply 2 assured 4 confirmed 8 snat 16 dnat 32 dying 512");
    put(DataType.DIRECTION, "original 0 reply 1");
    put(DataType.TCP_FLAG, "fin 1 syn 2 rst 4 psh 8 ack 16 urg 32 ecn 64 cwr 128");
    put(
        DataType.PROTOCOL,
        "ip 0 icmp 1 igmp 2 ipencap 4 tcp 6 udp 17 dccp 33 ipv6 41 gre 47 esp 50 ah 51"
            + " ipv6-icmp 58 icmpv6 58 ospf 89 vrrp 112 comp 108 sctp 132 udplite 136");
    put(DataType.NETWORK_PROTOCOL, "ipv4 2 ipv6 10");
    put(DataType.ETHER_TYPE, "ip 2048 arp 2054 ip6 34525 vlan 33024");
    put(DataType.PACKET_TYPE, "host 0 unicast 0 broadcast 1 multicast 2 other 3");
    put(DataType.BOOLEAN, "missing 0 exists 1");
    put(
        DataType.ADDRESS_TYPE,
        "unspec 0 unicast 1 local 2 broadcast 3 anycast 4 multicast 5 blackhole 6"
            + " unreachable 7 prohibit 8");
    put(
        DataType.ICMP_TYPE,
        "echo-reply 0 destination-unreachable 3 source-quench 4 redirect 5 echo-request 8"
            + " router-advertisement 9 router-solicitation 10 time-exceeded 11"
            + " parameter-problem 12 timestamp-request 13 timestamp-reply 14 info-request 15"
            + " info-reply 16 address-mask-request 17 address-mask-reply 18");
    put(
        DataType.ICMP_CODE,
        "net-unreachable 0 host-unreachable 1 prot-unreachable 2 port-unreachable 3"
            + " frag-needed 4 net-prohibited 9 host-prohibited 10 admin-prohibited 13");
    put(
        DataType.ICMPV6_TYPE,
        "destination-unreachable 1 packet-too-big 2 time-exceeded 3 parameter-problem 4"
            + " echo-request 128 echo-reply 129 mld-listener-query 130 mld-listener-report 131"
            + " mld-listener-done 132 mld-listener-reduction 132 nd-router-solicit 133"
            + " nd-router-advert 134 nd-neighbor-solicit 135 nd-neighbor-advert 136"
            + " nd-redirect 137 router-renumbering 138 ind-neighbor-solicit 141"
            + " ind-neighbor-advert 142 mld2-listener-report 143");
    put(
        DataType.ICMPV6_CODE,
        "no-route 0 admin-prohibited 1 addr-unreachable 3 port-unreachable 4 policy-fail 5"
            + " reject-route 6");
    put(
        DataType.DSCP,
        "cs0 0 cs1 8 cs2 16 cs3 24 cs4 32 cs5 40 cs6 48 cs7 56 df 0 be 0 lephb 1 af11 10 af12 12"
            + " af13 14 af21 18 af22 20 af23 22 af31 26 af32 28 af33 30 af41 34 af42 36 af43 38"
            + " va 44 ef 46");
    put(
        DataType.SERVICE,
        "ftp 21 ssh 22 telnet 23 smtp 25 domain 53 bootps 67 bootpc 68 http 80 ntp 123"
            + " https 443");
  }

  private Symbols() {}

  private static void put(DataType type, String pairs) {
    String[] words = pairs.split(" ");
    Map<String, Long> names = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      names.put(words[i], Long.parseLong(words[i + 1]));
    }
    NAMES.put(type, names);
  }

  static long number(DataType type, String text) {
    Long known = NAMES.getOrDefault(type, Map.of()).get(text);
    if (known != null) {
      return known;
    }
    try {
      return Long.decode(text);
    } catch (NumberFormatException e) {
      throw new SyntaxException("\"" + text + "\" is not known as " + type);
    }
  }
}
