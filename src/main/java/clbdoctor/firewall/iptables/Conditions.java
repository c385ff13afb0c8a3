package clbdoctor.firewall.iptables;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;

/** Makes conditions out of option values. */
final class Conditions {
  private Conditions() {}

  static Condition among(Field field, boolean negated, Range... ranges) {
    return new Condition.Among(new Expression.Read(field), Elements.of(ranges), negated);
  }

  static Condition among(Field field, boolean negated, List<Range> ranges) {
    Elements elements = new Elements.Flat(RangeSet.of(ranges));
    return new Condition.Among(new Expression.Read(field), elements, negated);
  }

  static Condition is(Field field, boolean negated, long value) {
    return among(field, negated, Range.of(value, value));
  }

  /** Whether any of the bits is set. */
  static Condition anyBit(Field field, boolean negated, long bits) {
    Expression masked = masked(field, bits);
    return new Condition.Among(masked, Elements.of(Bits.ZERO), !negated);
  }

  static Expression masked(Field field, long mask) {
    return new Expression.Bitwise(new Expression.Read(field), Bits.of(mask), Bits.ZERO);
  }

  static Condition both(List<Condition> all) {
    return all.size() == 1 ? all.get(0) : new Condition.Both(List.copyOf(all));
  }

  static Condition negatedIf(boolean negated, Condition condition) {
    return negated ? new Condition.Not(condition) : condition;
  }

  /** {@code 10.0.0.0/8}, {@code 10.0.0.0/255.0.255.0} or {@code fd00::/8}. */
  static Condition address(Field field, Option option) {
    String text = option.value();
    int slash = text.indexOf('/');
    if (slash < 0 || text.substring(slash + 1).matches("[0-9]{1,3}")) {
      return among(field, option.negated(), Range.of(IpNetwork.parse(text)));
    }
    Bits address = Bits.of(IpAddress.parse(text.substring(0, slash)));
    Bits mask = Bits.of(IpAddress.parse(text.substring(slash + 1)));
    Expression masked = new Expression.Bitwise(new Expression.Read(field), mask, Bits.ZERO);
    return new Condition.Among(masked, Elements.of(address.and(mask)), option.negated());
  }

  /** {@code eth0} or {@code eth+}. */
  static Condition device(Field field, Option option) {
    String name = option.value();
    Range names =
        name.endsWith("+")
            ? Range.namesStartingWith(name.substring(0, name.length() - 1))
            : Range.of(Bits.name(name));
    return among(field, option.negated(), names);
  }

  /** {@code 80}, {@code 8000:9000}, {@code 1024:} or several of them parted by commas. */
  static List<Range> ports(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.split(":", -1);
      long first = ends[0].isEmpty() ? 0 : Numbers.parse(ends[0]);
      long last = ends.length == 1 ? first : ends[1].isEmpty() ? 65535 : Numbers.parse(ends[1]);
      ranges.add(Range.of(first, last));
    }
    return ranges;
  }

  /** {@code 10.0.0.1-10.0.0.9}. */
  static Range addresses(String text) {
    String[] ends = text.split("-", -1);
    Bits first = Bits.of(IpAddress.parse(ends[0]));
    return new Range(first, ends.length == 1 ? first : Bits.of(IpAddress.parse(ends[1])));
  }
}
