package clbdoctor.firewall.iptables;

import clbdoctor.fact.IpAddress;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Statement.Kind;
import java.util.Optional;

/** The address and port forms of the nat targets. */
final class Translations {
  private Translations() {}

  /** {@code 10.0.0.2}, {@code 10.0.0.2-10.0.0.9:80-90}, {@code [fd00::1]:80} or {@code :80}. */
  static Statement of(Kind kind, String text) {
    if (text.isEmpty()) {
      return new Statement.Obscure("target " + kind + " without an address");
    }
    int colon = portColon(text);
    String addresses = (colon < 0 ? text : text.substring(0, colon)).replaceAll("[\\[\\]]", "");
    String ports = colon < 0 ? "" : text.substring(colon + 1);
    return new Statement.Translate(kind, addresses(addresses), ports(ports));
  }

  static Statement ofPorts(Kind kind, String ports) {
    return new Statement.Translate(kind, Optional.empty(), ports(ports));
  }

  private static int portColon(String text) {
    if (text.startsWith("[")) {
      int end = text.lastIndexOf("]:");
      return end < 0 ? -1 : end + 1;
    }
    int first = text.indexOf(':');
    return first >= 0 && first == text.lastIndexOf(':') ? first : -1;
  }

  private static Optional<Expression> addresses(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] ends = text.split("-", -1);
    Bits first = Bits.of(IpAddress.parse(ends[0]));
    return Optional.of(
        ends.length == 1
            ? new Expression.Constant(first)
            : new Expression.AnyOf(new Range(first, Bits.of(IpAddress.parse(ends[1])))));
  }

  private static Optional<Range> ports(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] ends = text.split("[-/]", -1);
    long first = Numbers.parse(ends[0]);
    return Optional.of(Range.of(first, ends.length == 1 ? first : Numbers.parse(ends[1])));
  }
}
