package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * What a match looks at.
 *
 * @param types one for each part of a concatenation
 * @param needs what must hold for the packet to have it, which nft adds without listing it
 */
record Selector(Expression expression, List<DataType> types, List<Condition> needs) {

  static Selector of(Field field, DataType type, Condition... needs) {
    return new Selector(new Expression.Read(field), List.of(type), List.of(needs));
  }

  DataType type() {
    if (types.size() != 1) {
      throw new SyntaxException("a single value is expected");
    }
    return types.get(0);
  }

  static Selector concatenation(List<Selector> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    List<Expression> expressions = new ArrayList<>();
    List<DataType> types = new ArrayList<>();
    List<Condition> needs = new ArrayList<>();
    for (Selector part : parts) {
      expressions.add(part.expression());
      types.addAll(part.types());
      needs.addAll(part.needs());
    }
    return new Selector(new Expression.Concatenation(expressions), types, needs);
  }

  static Condition is(Field field, long value) {
    return new Condition.Among(new Expression.Read(field), Elements.of(Bits.of(value)), false);
  }
}
