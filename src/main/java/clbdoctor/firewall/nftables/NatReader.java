package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Statement.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads address translation: {@code dnat ip to 10.0.0.2:80}, {@code redirect to :8080}. */
final class NatReader {
  private static final Set<String> FLAGS = Set.of("random", "fully-random", "persistent", ",");

  private final Cursor cursor;
  private final Map<String, NftSet> sets;

  NatReader(Cursor cursor, Map<String, NftSet> sets) {
    this.cursor = cursor;
    this.sets = sets;
  }

  void read(Kind kind, List<Statement> statements) {
    boolean ipv6 = cursor.sees("ip6");
    if (cursor.take("ip") || cursor.take("ip6")) {
      statements.add(new Statement.Match(Selector.is(Field.NETWORK_PROTOCOL, ipv6 ? 10 : 2)));
    }
    Optional<Expression> addresses = Optional.empty();
    Optional<Range> ports = Optional.empty();
    if (cursor.take("to")) {
      if (cursor.seesSecond("saddr") || cursor.seesSecond("daddr") || cursor.seesSecond("dport")) {
        addresses = Optional.of(mapped(ipv6, statements));
      } else {
        String target = cursor.word();
        int colon = portColon(target);
        addresses = addresses(colon < 0 ? target : target.substring(0, colon));
        ports = colon < 0 ? Optional.empty() : ports(target.substring(colon + 1));
      }
    }
    while (!cursor.done() && FLAGS.contains(cursor.peek().text())) {
      cursor.next();
    }
    statements.add(new Statement.Translate(kind, addresses, ports));
  }

  private Expression mapped(boolean ipv6, List<Statement> statements) {
    Selector selector = Selectors.read(cursor);
    selector.needs().forEach(need -> statements.add(new Statement.Match(need)));
    cursor.expect("map");
    boolean six = ipv6 || selector.types().contains(DataType.IPV6);
    DataType data = six ? DataType.IPV6 : DataType.IPV4;
    return new Expression.Lookup(
        selector.expression(), new Assignments(cursor, sets).map(selector, data));
  }

  private static int portColon(String target) {
    if (target.startsWith("[")) {
      int end = target.lastIndexOf("]:");
      return end < 0 ? -1 : end + 1;
    }
    int first = target.indexOf(':');
    return first >= 0 && first == target.lastIndexOf(':') ? first : -1;
  }

  private static Optional<Expression> addresses(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String bare = text.replace("[", "").replace("]", "");
    DataType type = bare.indexOf(':') >= 0 ? DataType.IPV6 : DataType.IPV4;
    Range range = Values.range(type, new Token(Token.Kind.WORD, bare, 0, 0, 0));
    Bits first = range.first();
    return Optional.of(
        first.equals(range.last()) ? new Expression.Constant(first) : new Expression.AnyOf(range));
  }

  private static Optional<Range> ports(String text) {
    Range range = Values.range(DataType.SERVICE, new Token(Token.Kind.WORD, text, 0, 0, 0));
    return Optional.of(range);
  }
}
