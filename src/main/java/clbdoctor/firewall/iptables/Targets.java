package clbdoctor.firewall.iptables;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Expression.BitOperator;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Refusal;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Statement.Kind;
import java.util.Map;

/** The targets of iptables-extensions(8) as statements. */
final class Targets {
  private static final Map<String, Refusal> REFUSALS =
      Map.ofEntries(
          Map.entry("icmp-net-unreachable", Refusal.ICMP_NET_UNREACHABLE),
          Map.entry("icmp-host-unreachable", Refusal.ICMP_HOST_UNREACHABLE),
          Map.entry("icmp-proto-unreachable", Refusal.ICMP_PROTOCOL_UNREACHABLE),
          Map.entry("icmp-port-unreachable", Refusal.ICMP_PORT_UNREACHABLE),
          Map.entry("icmp-net-prohibited", Refusal.ICMP_NET_PROHIBITED),
          Map.entry("icmp-host-prohibited", Refusal.ICMP_HOST_PROHIBITED),
          Map.entry("icmp-admin-prohibited", Refusal.ICMP_ADMIN_PROHIBITED),
          Map.entry("tcp-reset", Refusal.TCP_RESET),
          Map.entry("icmp6-no-route", Refusal.ICMP6_NO_ROUTE),
          Map.entry("no-route", Refusal.ICMP6_NO_ROUTE),
          Map.entry("icmp6-adm-prohibited", Refusal.ICMP6_ADMIN_PROHIBITED),
          Map.entry("adm-prohibited", Refusal.ICMP6_ADMIN_PROHIBITED),
          Map.entry("icmp6-addr-unreachable", Refusal.ICMP6_ADDRESS_UNREACHABLE),
          Map.entry("addr-unreach", Refusal.ICMP6_ADDRESS_UNREACHABLE),
          Map.entry("icmp6-port-unreachable", Refusal.ICMP6_PORT_UNREACHABLE),
          Map.entry("port-unreach", Refusal.ICMP6_PORT_UNREACHABLE),
          Map.entry("icmp6-policy-fail", Refusal.ICMP6_POLICY_FAIL),
          Map.entry("policy-fail", Refusal.ICMP6_POLICY_FAIL),
          Map.entry("icmp6-reject-route", Refusal.ICMP6_REJECT_ROUTE),
          Map.entry("reject-route", Refusal.ICMP6_REJECT_ROUTE));

  private Targets() {}

  /** The statement of {@code -j} to a target that is no chain of the table. */
  static Statement of(Part target, boolean ipv6) {
    return switch (target.name()) {
      case "ACCEPT" -> new Statement.Decide(new Decision.Accept());
      case "DROP" -> new Statement.Decide(new Decision.Drop());
      case "RETURN" -> new Statement.Decide(new Decision.Return());
      case "REJECT" -> new Statement.Decide(new Decision.Reject(refusal(target, ipv6)));
      case "MARK" -> mark(target, Field.MARK);
      case "CONNMARK" -> connmark(target);
      case "CT" -> tracking(target);
      case "NOTRACK" -> new Statement.NoTrack();
      case "DNAT" -> Translations.of(Kind.DNAT, target.value("", "--to-destination"));
      case "SNAT" -> Translations.of(Kind.SNAT, target.value("", "--to-source"));
      case "REDIRECT" -> Translations.ofPorts(Kind.REDIRECT, target.value("", "--to-ports"));
      case "MASQUERADE" -> Translations.ofPorts(Kind.MASQUERADE, target.value("", "--to-ports"));
      case "NFQUEUE", "QUEUE", "TPROXY", "SYNPROXY", "MIRROR", "TARPIT", "CHAOS", "DELUDE" ->
          new Statement.Decide(new Decision.HandOver("target " + target.name()));
      default -> inert(target.name());
    };
  }

  private static Statement inert(String name) {
    return switch (name) {
      case "LOG",
          "NFLOG",
          "ULOG",
          "AUDIT",
          "TRACE",
          "TCPMSS",
          "TCPOPTSTRIP",
          "DSCP",
          "TOS",
          "CLASSIFY",
          "CHECKSUM",
          "SECMARK",
          "CONNSECMARK",
          "TEE",
          "LED",
          "IDLETIMER",
          "RATEEST",
          "ECN" ->
          new Statement.Inert();
      default -> new Statement.Obscure("target " + name);
    };
  }

  private static Refusal refusal(Part target, boolean ipv6) {
    String usual = ipv6 ? "icmp6-port-unreachable" : "icmp-port-unreachable";
    String type = target.value(usual, "--reject-with");
    Refusal refusal = REFUSALS.get(type);
    if (refusal == null) {
      throw new SyntaxException("\"" + type + "\" is no way to reject");
    }
    return refusal;
  }

  private static Statement mark(Part target, Field field) {
    if (target.options().size() != 1) {
      return new Statement.Obscure("target " + target.name() + " with its options");
    }
    Option option = target.options().get(0);
    String[] parts = option.value().split("/", -1);
    long value = Numbers.parse(parts[0]);
    long mask = parts.length == 1 ? 0xffff_ffffL : Numbers.parse(parts[1]);
    return switch (option.name()) {
      case "--set-xmark" -> assign(field, ~mask, value);
      case "--set-mark" -> assign(field, ~(mask | value), value);
      case "--and-mark" -> assign(field, value, 0);
      case "--or-mark" -> assign(field, ~value, value);
      case "--xor-mark" -> assign(field, -1, value);
      default -> new Statement.Obscure("target " + target.name() + " " + option.name());
    };
  }

  private static Statement assign(Field field, long and, long xor) {
    return new Statement.Assign(field, bitwise(field, and, xor));
  }

  private static Expression bitwise(Field field, long and, long xor) {
    return new Expression.Bitwise(
        new Expression.Read(field), Bits.of(and & 0xffff_ffffL), Bits.of(xor));
  }

  private static Statement connmark(Part target) {
    long packet = Numbers.parse(target.value("0xffffffff", "--nfmask", "--mask"));
    long connection = Numbers.parse(target.value("0xffffffff", "--ctmask", "--mask"));
    if (target.has("--save-mark")) {
      return copy(Field.CT_MARK, connection, Field.MARK, packet);
    }
    return target.has("--restore-mark")
        ? copy(Field.MARK, packet, Field.CT_MARK, connection)
        : mark(target, Field.CT_MARK);
  }

  /** {@code to = (to & ~toMask) ^ (from & fromMask)}. */
  private static Statement copy(Field to, long toMask, Field from, long fromMask) {
    return new Statement.Assign(
        to,
        new Expression.Combined(
            bitwise(to, ~toMask, 0), BitOperator.XOR, bitwise(from, fromMask, 0)));
  }

  private static Statement tracking(Part target) {
    if (target.has("--notrack")) {
      return new Statement.NoTrack();
    }
    return target.only("--helper", "--timeout", "--ctevents", "--expevents")
        ? new Statement.Inert()
        : new Statement.Obscure("target CT with its options");
  }
}
