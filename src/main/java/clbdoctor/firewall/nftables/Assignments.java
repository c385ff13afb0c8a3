package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.ElementMap;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Expression.BitOperator;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Statement;
import java.util.List;
import java.util.Map;

/** Reads what a mark is set to: {@code meta mark & 0xff | 0x1}, {@code tcp dport map @m}. */
final class Assignments {
  private final Cursor cursor;
  private final Map<String, NftSet> sets;

  Assignments(Cursor cursor, Map<String, NftSet> sets) {
    this.cursor = cursor;
    this.sets = sets;
  }

  void read(Field field, List<Statement> statements) {
    Expression value = combined(statements);
    statements.add(new Statement.Assign(field, value));
  }

  private Expression combined(List<Statement> statements) {
    Expression value = single(statements);
    while (cursor.sees("&") || cursor.sees("|") || cursor.sees("^")) {
      BitOperator operator =
          switch (cursor.next().text()) {
            case "&" -> BitOperator.AND;
            case "|" -> BitOperator.OR;
            default -> BitOperator.XOR;
          };
      value = new Expression.Combined(value, operator, constant());
      if (cursor.sees("&") && operator != BitOperator.AND) {
        throw new SyntaxException("this order of bit operators is not modelled");
      }
    }
    return value;
  }

  private Expression constant() {
    return new Expression.Constant(Values.range(DataType.MARK, cursor.next()).first());
  }

  /** A number, a field, or what a map holds for a field. */
  private Expression single(List<Statement> statements) {
    if (!cursor.done() && cursor.peek().text().matches("0x[0-9a-f]+|[0-9]+")) {
      return constant();
    }
    Selector selector = Selectors.read(cursor);
    selector.needs().forEach(need -> statements.add(new Statement.Match(need)));
    if (!cursor.take("map")) {
      if (selector.type() != DataType.MARK) {
        throw new SyntaxException("setting a mark to " + selector.type() + " is not modelled");
      }
      return selector.expression();
    }
    return new Expression.Lookup(selector.expression(), map(selector, DataType.MARK));
  }

  ElementMap<Bits> map(Selector selector, DataType data) {
    if (cursor.sees("{")) {
      return new ElementReader(cursor, selector.types()).values(data);
    }
    String name = cursor.word();
    NftSet set = sets.get(name.substring(1));
    if (set == null || set.fed() || set.values().isEmpty()) {
      throw new SyntaxException("the map " + name + " is not modelled");
    }
    return set.values().get();
  }
}
