package clbdoctor.firewall.model;

import java.util.Optional;

/** One step of a rule, done in order until a condition fails or a decision is made. */
public sealed interface Statement {

  /** Goes on with the rule only if the condition holds. */
  record Match(Condition condition) implements Statement {}

  record Decide(Decision decision) implements Statement {}

  /** The decision that a verdict map holds for the key; none: on to the next rule. */
  record DecideByMap(Expression key, ElementMap<Decision> map) implements Statement {}

  /** Writes a field of the packet or its connection. */
  record Assign(Field field, Expression value) implements Statement {}

  /**
   * Address translation, final for its base chain.
   *
   * @param addresses the new address or addresses; empty leaves it to the host (redirect,
   *     masquerade) or as it is
   * @param ports the new port or ports; empty leaves them
   */
  record Translate(Kind kind, Optional<Expression> addresses, Optional<Range> ports)
      implements Statement {}

  /** Tells connection tracking to leave this packet alone. */
  record NoTrack() implements Statement {}

  /** Has no bearing on any verdict: counters, logs. */
  record Inert() implements Statement {}

  /** Not modelled: may do anything to the packet. */
  record Obscure(String construct) implements Statement {}

  /** The kinds of address translation. */
  enum Kind {
    DNAT,
    REDIRECT,
    SNAT,
    MASQUERADE
  }
}
