package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Condition.Among;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two {@code !=} on fields that lie side by side in a header. nft 1.0.6 loads them as one
 * comparison of both, which only a packet with both values fails, and lists them as two, which a
 * packet with either value fails:
 *
 * <pre>
 * $ nft --debug=netlink add rule ip t c udp sport != 5 udp dport != 80 drop
 *   [ payload load 4b @ transport header + 0 =&gt; reg 1 ]
 *   [ cmp neq reg 1 0x50000500 ]
 * </pre>
 *
 * The listing does not tell what the kernel has, so neither of them is modelled.
 */
final class JoinedComparisons {
  private static final List<Set<Field>> SIDE_BY_SIDE =
      List.of(
          Set.of(Field.SOURCE_PORT, Field.DESTINATION_PORT),
          Set.of(Field.TTL, Field.TRANSPORT_PROTOCOL),
          Set.of(Field.ICMP_TYPE, Field.ICMP_CODE));

  private static final Statement OBSCURE =
      new Statement.Match(
          new Condition.Obscure("two != beside each other, which nft may have loaded as one"));

  private Optional<Field> earlier = Optional.empty();
  private int place;

  /**
   * Takes the match that was just read, the last of the statements, for obscure if nft may have
   * joined it with the one before, and that one too.
   */
  void read(List<Statement> statements) {
    int last = statements.size() - 1;
    Optional<Field> field = excluded(statements.get(last));
    if (earlier.isPresent() && field.isPresent() && sideBySide(earlier.get(), field.get())) {
      statements.set(place, OBSCURE);
      statements.set(last, OBSCURE);
    }
    earlier = field;
    place = last;
  }

  private static boolean sideBySide(Field one, Field other) {
    return one != other
        && SIDE_BY_SIDE.stream().anyMatch(pair -> pair.contains(one) && pair.contains(other));
  }

  /** The field that is compared by {@code !=}. */
  private static Optional<Field> excluded(Statement statement) {
    return statement instanceof Statement.Match match
            && match.condition() instanceof Among among
            && among.negated()
            && among.value() instanceof Expression.Read read
        ? Optional.of(read.field())
        : Optional.empty();
  }
}
