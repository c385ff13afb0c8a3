package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Origins.Origin;
import clbdoctor.firewall.nftables.FirewalldZone.Line;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rich rule of firewalld as nft rules (firewalld.richlanguage(5)). One with a priority, a limit
 * or an element that is not listed here stays open.
 */
final class RichRule {
  private static final Pattern FORM =
      Pattern.compile(
          "rule(?: family=\"(ipv4|ipv6)\")?"
              + "(?: source (NOT )?address=\"([0-9a-fA-F.:/]+)\")?"
              + "(?: destination (NOT )?address=\"([0-9a-fA-F.:/]+)\")?"
              + "(?: (?:port port=\"([0-9-]+)\" protocol=\"(tcp|udp)\""
              + "|service name=\"([\\w-]+)\"|protocol value=\"(\\w+)\"|icmp-type name=\"([\\w-]+)\"))?"
              + "(?: log(?: prefix=\"[^\"]*\")?(?: level=\"\\w+\")?)?(?: audit)?"
              + " (accept|drop|reject)(?: type=\"([\\w-]+)\")?");

  private RichRule() {}

  /** The rules for its acceptance, or for its denial; nothing when it is the other of the two. */
  static List<Line> lines(Origin rule, boolean accepting, Map<String, String> services) {
    Matcher form = FORM.matcher(rule.text());
    if (!form.matches()) {
      return List.of(new Line("rich rule", rule));
    }
    if (form.group(11).equals("accept") != accepting) {
      return List.of();
    }
    String match = family(form) + address("saddr", form, 2) + address("daddr", form, 4);
    return elements(form, services).stream()
        .map(element -> new Line((match + element + decision(form)).strip(), rule))
        .toList();
  }

  private static String family(Matcher form) {
    return form.group(1) == null ? "" : "meta nfproto " + form.group(1) + " ";
  }

  private static String address(String side, Matcher form, int group) {
    String address = form.group(group + 1);
    if (address == null) {
      return "";
    }
    String family = address.indexOf(':') >= 0 ? "ip6 " : "ip ";
    return family + side + (form.group(group) == null ? " " : " != ") + address + " ";
  }

  private static List<String> elements(Matcher form, Map<String, String> services) {
    if (form.group(6) != null) {
      return List.of(form.group(7) + " dport " + form.group(6) + " ");
    }
    if (form.group(8) != null) {
      String ports = services.get(form.group(8));
      return ports == null
          ? List.of("service " + form.group(8) + " ")
          : FirewalldZone.ports(ports).stream().map(port -> port + " ").toList();
    }
    if (form.group(9) != null) {
      return List.of("meta l4proto " + form.group(9) + " ");
    }
    return form.group(10) == null ? List.of("") : pings(form);
  }

  /** Of all ICMP messages a check sends echo requests alone. */
  private static List<String> pings(Matcher form) {
    if (!form.group(10).equals("echo-request")) {
      return List.of();
    }
    List<String> both = List.of("icmp type echo-request ", "icmpv6 type echo-request ");
    return form.group(1) == null ? both : List.of(both.get(form.group(1).equals("ipv4") ? 0 : 1));
  }

  private static String decision(Matcher form) {
    String verdict = form.group(11);
    String type = form.group(12);
    if (!verdict.equals("reject")) {
      return verdict;
    }
    return type == null
        ? "reject"
        : type.equals("tcp-reset")
            ? "reject with tcp reset"
            : "reject with icmp " + type.replace("icmp-", "").replace("icmp6-", "");
  }
}
