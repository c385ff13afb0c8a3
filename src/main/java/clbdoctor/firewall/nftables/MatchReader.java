package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.NamedSet;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.Statement;
import java.util.List;
import java.util.Map;

/** Reads one match: a selector, a comparison and what it is compared with. */
final class MatchReader {
  private final Cursor cursor;
  private final Map<String, NftSet> sets;

  MatchReader(Cursor cursor, Map<String, NftSet> sets) {
    this.cursor = cursor;
    this.sets = sets;
  }

  void read(List<Statement> statements) {
    Selector selector = Selectors.read(cursor);
    selector.needs().forEach(need -> statements.add(new Statement.Match(need)));
    if (cursor.take("vmap")) {
      statements.add(verdictMap(selector));
      return;
    }
    if (cursor.take("&")) {
      selector = masked(selector);
    }
    statements.add(new Statement.Match(comparison(selector)));
  }

  private Statement verdictMap(Selector selector) {
    if (cursor.sees("{")) {
      return new Statement.DecideByMap(
          selector.expression(), new ElementReader(cursor, selector.types()).decisions());
    }
    NftSet map = named();
    return new Statement.DecideByMap(
        selector.expression(), map.decisions().orElseThrow(() -> unreadable(map, "verdict map")));
  }

  private NftSet named() {
    String name = cursor.word();
    NftSet set = name.startsWith("@") ? sets.get(name.substring(1)) : null;
    if (set == null) {
      throw new SyntaxException(name + " is no set that is shown");
    }
    if (set.fed() && set.elements().isEmpty()) {
      throw unreadable(set, "map that rules fill");
    }
    return set;
  }

  private static SyntaxException unreadable(NftSet set, String what) {
    return new SyntaxException("@" + set.name() + " is not modelled as a " + what);
  }

  private Selector masked(Selector selector) {
    boolean group = cursor.take("(");
    Bits mask = bitList(selector.type());
    if (group) {
      cursor.expect(")");
    }
    Expression masked = new Expression.Bitwise(selector.expression(), mask, Bits.ZERO);
    return new Selector(masked, selector.types(), List.of());
  }

  /** Values joined by {@code |}. */
  private Bits bitList(DataType type) {
    Bits bits = single(type);
    while (cursor.take("|")) {
      bits = bits.or(single(type));
    }
    return bits;
  }

  private Bits single(DataType type) {
    Range range = Values.range(type, cursor.next());
    if (!range.first().equals(range.last())) {
      throw new SyntaxException("a single value is expected");
    }
    return range.first();
  }

  private Condition comparison(Selector selector) {
    for (String sign : List.of("<=", ">=", "<", ">")) {
      if (cursor.take(sign)) {
        return ordered(selector, sign, single(selector.type()));
      }
    }
    if (cursor.take("!")) {
      Bits mask = commaList(selector.type());
      return amongMasked(selector, mask, Bits.ZERO, false);
    }
    boolean negated = cursor.take("!=");
    boolean exact = negated || cursor.take("==");
    if (cursor.sees("{")) {
      Elements elements = new ElementReader(cursor, selector.types()).set();
      return new Condition.Among(selector.expression(), elements, negated);
    }
    if (!cursor.done() && cursor.peek().text().startsWith("@")) {
      return inNamedSet(selector, negated);
    }
    return selector.types().size() == 1 && selector.type().bits()
        ? bits(selector, negated, exact)
        : new Condition.Among(selector.expression(), Elements.of(value(selector.type())), negated);
  }

  private Range value(DataType type) {
    boolean group = cursor.take("(");
    Range range = Values.range(type, cursor.next());
    if (group) {
      cursor.expect(")");
    }
    if (cursor.sees("|") || cursor.sees(",")) {
      throw new SyntaxException("a combination of values is not modelled for " + type);
    }
    return range;
  }

  private Condition inNamedSet(Selector selector, boolean negated) {
    NftSet set = named();
    Elements elements = set.elements().orElseThrow(() -> unreadable(set, "set"));
    return set.fed()
        ? new Condition.InSet(
            selector.expression(), new NamedSet(set.name(), elements, true), negated)
        : new Condition.Among(selector.expression(), elements, negated);
  }

  /** A plain list means any of the bits; with a sign, with | or behind a mask it means equality. */
  private Condition bits(Selector selector, boolean negated, boolean exact) {
    DataType type = selector.type();
    boolean group = cursor.take("(");
    Bits bits = single(type);
    boolean joined = cursor.sees("|");
    while (cursor.take("|") || cursor.take(",")) {
      bits = bits.or(single(type));
    }
    if (group) {
      cursor.expect(")");
    }
    if (cursor.take("/")) {
      return amongMasked(selector, commaList(type), bits, negated);
    }
    boolean masked = selector.expression() instanceof Expression.Bitwise;
    return exact || joined || masked
        ? new Condition.Among(selector.expression(), Elements.of(bits), negated)
        : amongMasked(selector, bits, Bits.ZERO, true);
  }

  private Bits commaList(DataType type) {
    Bits bits = single(type);
    while (cursor.take(",")) {
      bits = bits.or(single(type));
    }
    return bits;
  }

  private static Condition amongMasked(Selector selector, Bits mask, Bits value, boolean negated) {
    Expression masked = new Expression.Bitwise(selector.expression(), mask, Bits.ZERO);
    return new Condition.Among(masked, Elements.of(value), negated);
  }

  private static Condition ordered(Selector selector, String sign, Bits value) {
    boolean below = sign.startsWith("<");
    boolean equal = sign.endsWith("=");
    boolean nothing = !equal && value.equals(below ? Bits.ZERO : Bits.MAX);
    if (nothing) {
      return new Condition.Always(false);
    }
    Range range =
        below
            ? new Range(Bits.ZERO, equal ? value : value.previous())
            : new Range(equal ? value : value.next(), Bits.MAX);
    return new Condition.Among(selector.expression(), Elements.of(range), false);
  }
}
