package clbdoctor.firewall.fix;

import clbdoctor.fact.AddressFamily;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.Denial;
import clbdoctor.firewall.Protocol;
import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * The packets to let through: the check's, or the answers to them.
 *
 * @param port the service's port where the packet is denied; 0 for ping. Where translation has
 *     changed it, the port that was asked for is named too: others may be translated to the same.
 */
record Opening(Check check, boolean reply, int port) {

  static Opening of(Check check, Denial denial) {
    return new Opening(check, denial.leg().ofReply(), denial.port());
  }

  boolean ipv6() {
    return check.destination().family() == AddressFamily.IPV6;
  }

  String source() {
    return check.source().toString();
  }

  /** {@code tcp} or {@code udp}; for ping the name that iptables gives it. */
  String protocol() {
    return switch (check.protocol()) {
      case TCP -> "tcp";
      case UDP -> "udp";
      case ICMP_ECHO -> ipv6() ? "ipv6-icmp" : "icmp";
    };
  }

  boolean ping() {
    return check.protocol() == Protocol.ICMP_ECHO;
  }

  private boolean translated() {
    return !ping() && port != check.port();
  }

  /** The match of an iptables rule: {@code -s 100.64.0.0/10 -p tcp -m tcp --dport 80}. */
  String iptables() {
    String address = (reply ? "-d " : "-s ") + source();
    return address + " -p " + protocol() + " -m " + (ping() ? echo() : iptablesPort());
  }

  private String iptablesPort() {
    String asked = " -m conntrack --ctproto " + protocol() + " --ctorigdstport " + check.port();
    return protocol() + (reply ? " --sport " : " --dport ") + port + (translated() ? asked : "");
  }

  private String echo() {
    return ipv6()
        ? "icmp6 --icmpv6-type " + (reply ? 129 : 128)
        : "icmp --icmp-type " + (reply ? 0 : 8);
  }

  /** The match of an nft rule: {@code ip saddr 100.64.0.0/10 tcp dport 80}. */
  String nft() {
    String address = (ipv6() ? "ip6 " : "ip ") + (reply ? "daddr " : "saddr ") + source();
    String echo = (ipv6() ? "icmpv6" : "icmp") + " type echo-" + (reply ? "reply" : "request");
    String asked = translated() ? " ct original proto-dst " + check.port() : "";
    String ports = protocol() + (reply ? " sport " : " dport ") + port + asked;
    return address + " " + (ping() ? echo : ports);
  }

  /** What the packets to let through have in common. */
  List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(is(reply ? Field.DESTINATION : Field.SOURCE, Range.of(check.source())));
    conditions.add(
        number(Field.TRANSPORT_PROTOCOL, check.protocol().number(check.destination().family())));
    if (ping()) {
      conditions.add(number(Field.ICMP_TYPE, ipv6() ? reply ? 129 : 128 : reply ? 0 : 8));
    } else {
      conditions.add(number(reply ? Field.SOURCE_PORT : Field.DESTINATION_PORT, port));
    }
    if (translated()) {
      conditions.add(number(Field.CT_ORIGINAL_DESTINATION_PORT, check.port()));
    }
    return conditions;
  }

  private static Condition number(Field field, int number) {
    return is(field, Range.of(number, number));
  }

  private static Condition is(Field field, Range range) {
    return new Condition.Among(new Expression.Read(field), Elements.of(range), false);
  }
}
