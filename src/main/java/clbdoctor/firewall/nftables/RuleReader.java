package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the statements of one rule. */
final class RuleReader {
  private final Cursor cursor;
  private final Map<String, NftSet> sets;
  private final List<Statement> statements = new ArrayList<>();

  private RuleReader(List<Token> tokens, Map<String, NftSet> sets) {
    this.cursor = new Cursor(tokens);
    this.sets = sets;
  }

  /** The statements; from the first that is not understood on, the rule may do anything. */
  static List<Statement> read(List<Token> tokens, Map<String, NftSet> sets) {
    RuleReader reader = new RuleReader(tokens, sets);
    try {
      while (!reader.cursor.done()) {
        reader.statement();
      }
    } catch (SyntaxException | IllegalArgumentException e) {
      reader.statements.add(new Statement.Obscure(String.valueOf(e.getMessage())));
    }
    return reader.statements;
  }

  private void statement() {
    if (Decisions.at(cursor)) {
      statements.add(new Statement.Decide(Decisions.read(cursor)));
    } else if (cursor.take("reject")) {
      statements.add(new Statement.Decide(Decisions.reject(cursor)));
    } else if (!(inert() || limit() || translation() || setting() || special())) {
      new MatchReader(cursor, sets).read(statements);
    }
  }

  private boolean inert() {
    if (cursor.take("counter")) {
      Decisions.skipCounter(cursor);
      return true;
    }
    if (cursor.take("comment")) {
      cursor.text();
      return true;
    }
    return cursor.take("log") && logged();
  }

  private boolean logged() {
    while (!cursor.done()) {
      boolean valued =
          cursor.take("prefix")
              || cursor.take("level")
              || cursor.take("group")
              || cursor.take("snaplen")
              || cursor.take("queue-threshold")
              || cursor.take("flags");
      if (!valued) {
        return true;
      }
      cursor.text();
      while (cursor.take(",")) {
        cursor.text();
      }
      if (cursor.sees("sequence") || cursor.sees("options")) {
        cursor.next();
      }
    }
    return true;
  }

  private boolean limit() {
    Limits limits = new Limits(cursor);
    return limits.at() && statements.add(limits.read());
  }

  private boolean translation() {
    Kind kind =
        cursor.sees("dnat")
            ? Kind.DNAT
            : cursor.sees("snat")
                ? Kind.SNAT
                : cursor.sees("redirect")
                    ? Kind.REDIRECT
                    : cursor.sees("masquerade") ? Kind.MASQUERADE : null;
    if (kind == null) {
      return false;
    }
    cursor.next();
    new NatReader(cursor, sets).read(kind, statements);
    return true;
  }

  /** Setting a field: marks matter, queueing and tracing do not. */
  private boolean setting() {
    int start = cursor.position();
    boolean meta = cursor.take("meta");
    boolean ct = !meta && cursor.take("ct");
    if ((meta || ct) && !cursor.done() && cursor.seesSecond("set")) {
      String field = cursor.word();
      cursor.expect("set");
      if (field.equals("mark")) {
        new Assignments(cursor, sets).read(meta ? Field.MARK : Field.CT_MARK, statements);
        return true;
      }
      boolean harmless =
          List.of("priority", "nftrace", "pkttype", "secmark", "event", "helper", "label")
              .contains(field);
      if (!harmless || field.equals("pkttype")) {
        throw new SyntaxException((meta ? "meta " : "ct ") + field + " set is not modelled");
      }
      cursor.next();
      return true;
    }
    cursor.back(start);
    return false;
  }

  private boolean special() {
    if (cursor.take("notrack")) {
      return statements.add(new Statement.NoTrack());
    }
    for (String word : List.of("queue", "tproxy", "synproxy", "fwd")) {
      if (cursor.take(word)) {
        while (!cursor.done()) {
          cursor.next();
        }
        return statements.add(new Statement.Decide(new Decision.HandOver(word)));
      }
    }
    boolean update = cursor.sees("add") || cursor.sees("update") || cursor.sees("delete");
    if (update || cursor.sees("meter")) {
      new SetUpdates(cursor).read(statements);
      return true;
    }
    if (cursor.take("xt")) {
      boolean match = cursor.word().equals("match");
      return obscured(match, cursor.text());
    }
    return false;
  }

  /** A match or target of iptables that nft can't show. */
  private boolean obscured(boolean match, String name) {
    return statements.add(
        match
            ? new Statement.Match(new Condition.Obscure("xt match " + name))
            : new Statement.Obscure("xt target " + name));
  }
}
