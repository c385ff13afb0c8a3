package clbdoctor.firewall;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Table;

/**
 * Whether a table makes the kernel track connections, which it does only where some rule, reachable
 * or not, asks for it. Without tracking the chains of type nat see no packet.
 */
final class TrackingNeed {
  private TrackingNeed() {}

  static boolean of(Table table) {
    return table.chains().values().stream()
        .flatMap(chain -> chain.rules().stream())
        .flatMap(rule -> rule.statements().stream())
        .anyMatch(TrackingNeed::of);
  }

  private static boolean of(Statement statement) {
    if (statement instanceof Statement.Match match) {
      return of(match.condition());
    }
    if (statement instanceof Statement.DecideByMap byMap) {
      return of(byMap.key());
    }
    if (statement instanceof Statement.Assign assign) {
      return assign.field() == Field.CT_MARK || of(assign.value());
    }
    return statement instanceof Statement.Translate || statement instanceof Statement.Obscure;
  }

  private static boolean of(Condition condition) {
    if (condition instanceof Condition.Among among) {
      return of(among.value());
    }
    if (condition instanceof Condition.InSet inSet) {
      return of(inSet.value());
    }
    if (condition instanceof Condition.Both both) {
      return both.all().stream().anyMatch(TrackingNeed::of);
    }
    if (condition instanceof Condition.Either either) {
      return either.any().stream().anyMatch(TrackingNeed::of);
    }
    if (condition instanceof Condition.Not not) {
      return of(not.condition());
    }
    return condition instanceof Condition.Obscure || condition instanceof Condition.WithinLimit;
  }

  private static boolean of(Expression expression) {
    if (expression instanceof Expression.Read read) {
      return read.field().name().startsWith("CT_");
    }
    if (expression instanceof Expression.Bitwise bitwise) {
      return of(bitwise.operand());
    }
    if (expression instanceof Expression.Combined combined) {
      return of(combined.left()) || of(combined.right());
    }
    if (expression instanceof Expression.Concatenation concatenation) {
      return concatenation.parts().stream().anyMatch(TrackingNeed::of);
    }
    return expression instanceof Expression.Lookup lookup && of(lookup.key());
  }
}
