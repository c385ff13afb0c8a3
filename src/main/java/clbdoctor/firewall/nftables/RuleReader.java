package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Refusal;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the statements of one rule. */
final class RuleReader {
  /** Seen with nft 1.0.6: {@code meta nfproto ipv6 reject with tcp reset} loses its first match. */
  private static final String HIDDEN_FAMILY =
      "reject with tcp reset, which nft lists alike for IPv4, IPv6 and both";

  private final Cursor cursor;
  private final Map<String, NftSet> sets;
  private final List<Statement> statements = new ArrayList<>();

  private final JoinedComparisons joined = new JoinedComparisons();
  private final boolean bothFamilies;
  private boolean afterCounter;

  private RuleReader(List<Token> tokens, Map<String, NftSet> sets, boolean bothFamilies) {
    this.cursor = new Cursor(tokens);
    this.sets = sets;
    this.bothFamilies = bothFamilies;
  }

  /**
   * The statements; from the first that is not understood on, the rule may do anything.
   *
   * @param bothFamilies whether the table sees IPv4 and IPv6
   */
  static List<Statement> read(List<Token> tokens, Map<String, NftSet> sets, boolean bothFamilies) {
    RuleReader reader = new RuleReader(tokens, sets, bothFamilies);
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
    boolean counter = cursor.sees("counter");
    one();
    afterCounter = counter;
  }

  private void one() {
    if (Decisions.at(cursor)) {
      statements.add(new Statement.Decide(Decisions.read(cursor)));
    } else if (cursor.take("reject")) {
      reject();
    } else if (!(inert() || limit() || translation() || setting() || special())) {
      new MatchReader(cursor, sets).read(statements);
      joined.read(statements);
    }
  }

  /** nft lets an ICMP error answer only packets of its own family, without listing it. */
  private void reject() {
    Decision.Reject reject = Decisions.reject(cursor);
    String name = reject.refusal().name();
    if (reject.refusal() == Refusal.TCP_RESET) {
      statements.add(new Statement.Match(Selector.is(Field.TRANSPORT_PROTOCOL, 6)));
      if (bothFamilies && !afterCounter && !familyShown()) {
        statements.add(new Statement.Match(new Condition.Obscure(HIDDEN_FAMILY)));
      }
    } else if (!name.startsWith("ICMPX_")) {
      int family = name.startsWith("ICMP6_") ? 10 : 2;
      statements.add(new Statement.Match(Selector.is(Field.NETWORK_PROTOCOL, family)));
    }
    statements.add(new Statement.Decide(reject));
  }

  private boolean familyShown() {
    Field field = Field.NETWORK_PROTOCOL;
    return statements.stream()
        .anyMatch(
            statement ->
                statement instanceof Statement.Match match
                    && match.condition() instanceof Condition.Among among
                    && !among.negated()
                    && among.value().equals(new Expression.Read(field)));
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
