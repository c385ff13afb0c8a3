package clbdoctor.firewall.model;

import java.util.List;

/** What a rule asks of a packet; the answer is yes, no or not to be known. */
public sealed interface Condition {

  /**
   * The value lies among the elements, or not among them when {@code negated}. A field that the
   * packet does not have (a port of an ICMP packet) fails either way.
   */
  record Among(Expression value, Elements elements, boolean negated) implements Condition {}

  /** The value lies in a set that packets or other programs fill. */
  record InSet(Expression value, NamedSet set, boolean negated) implements Condition {}

  /** The packet's key lies in an ipset. */
  record InIpset(String name, List<Side> sides, boolean negated) implements Condition {}

  record Both(List<Condition> all) implements Condition {}

  record Either(List<Condition> any) implements Condition {}

  record Not(Condition condition) implements Condition {}

  /** Known beforehand: {@code --fragment} never holds for a probe. */
  record Always(boolean holds) implements Condition {}

  /** Holds as long as a rate or a number is kept, or once it is exceeded. */
  record WithinLimit(RateLimit limit) implements Condition {}

  /** Not modelled, or depends on what the ruleset does not show. */
  record Obscure(String construct) implements Condition {}

  /** Which end of the packet an ipset dimension is taken from. */
  enum Side {
    SOURCE,
    DESTINATION
  }
}
