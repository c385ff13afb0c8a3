package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.Refusal;
import java.util.Map;

/** Reads verdicts. */
final class Decisions {
  private static final Map<String, Refusal> ICMP =
      Map.of(
          "net-unreachable", Refusal.ICMP_NET_UNREACHABLE,
          "host-unreachable", Refusal.ICMP_HOST_UNREACHABLE,
          "prot-unreachable", Refusal.ICMP_PROTOCOL_UNREACHABLE,
          "port-unreachable", Refusal.ICMP_PORT_UNREACHABLE,
          "net-prohibited", Refusal.ICMP_NET_PROHIBITED,
          "host-prohibited", Refusal.ICMP_HOST_PROHIBITED,
          "admin-prohibited", Refusal.ICMP_ADMIN_PROHIBITED);
  private static final Map<String, Refusal> ICMPV6 =
      Map.of(
          "no-route", Refusal.ICMP6_NO_ROUTE,
          "admin-prohibited", Refusal.ICMP6_ADMIN_PROHIBITED,
          "addr-unreachable", Refusal.ICMP6_ADDRESS_UNREACHABLE,
          "port-unreachable", Refusal.ICMP6_PORT_UNREACHABLE,
          "policy-fail", Refusal.ICMP6_POLICY_FAIL,
          "reject-route", Refusal.ICMP6_REJECT_ROUTE);
  private static final Map<String, Refusal> ICMPX =
      Map.of(
          "no-route", Refusal.ICMPX_NO_ROUTE,
          "port-unreachable", Refusal.ICMPX_PORT_UNREACHABLE,
          "host-unreachable", Refusal.ICMPX_HOST_UNREACHABLE,
          "admin-prohibited", Refusal.ICMPX_ADMIN_PROHIBITED);

  private Decisions() {}

  static boolean at(Cursor cursor) {
    return cursor.sees("accept")
        || cursor.sees("drop")
        || cursor.sees("return")
        || cursor.sees("continue")
        || cursor.sees("jump")
        || cursor.sees("goto");
  }

  static Decision read(Cursor cursor) {
    String word = cursor.word();
    return switch (word) {
      case "accept" -> new Decision.Accept();
      case "drop" -> new Decision.Drop();
      case "return" -> new Decision.Return();
      case "continue" -> new Decision.Continue();
      case "jump" -> new Decision.Jump(cursor.text());
      case "goto" -> new Decision.Goto(cursor.text());
      default -> throw new SyntaxException(word + " is no verdict");
    };
  }

  /** What stands behind {@code reject}. */
  static Decision.Reject reject(Cursor cursor) {
    if (!cursor.take("with")) {
      return new Decision.Reject(Refusal.ICMPX_PORT_UNREACHABLE);
    }
    String way = cursor.word();
    if (way.equals("tcp")) {
      cursor.expect("reset");
      return new Decision.Reject(Refusal.TCP_RESET);
    }
    Map<String, Refusal> codes =
        switch (way) {
          case "icmp" -> ICMP;
          case "icmpv6" -> ICMPV6;
          case "icmpx" -> ICMPX;
          default -> throw new SyntaxException(way + " is no way to reject");
        };
    cursor.take("type");
    String code = cursor.word();
    Refusal refusal = codes.get(code);
    if (refusal == null) {
      throw new SyntaxException(way + " " + code + " is no way to reject");
    }
    return new Decision.Reject(refusal);
  }

  /** What stands behind {@code counter}. */
  static void skipCounter(Cursor cursor) {
    if (cursor.take("packets")) {
      cursor.next();
      cursor.expect("bytes");
      cursor.next();
    } else if (cursor.take("name")) {
      cursor.next();
    }
  }
}
