package clbdoctor.firewall.iptables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.CtState;
import clbdoctor.firewall.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code -m conntrack} and {@code -m state}. A packet without a connection is judged by its state
 * alone: if the state matches, the other options count for nothing (net/netfilter/xt_conntrack.c).
 */
final class ConntrackMatch {
  private static final long NO_CONNECTION = CtState.INVALID.bit() | CtState.UNTRACKED.bit();
  private static final long SNAT = 16;
  private static final long DNAT = 32;
  private static final Map<String, Long> STATUS =
      Map.of("NONE", 0L, "EXPECTED", 1L, "SEEN_REPLY", 2L, "ASSURED", 4L, "CONFIRMED", 8L);

  private ConntrackMatch() {}

  static Condition of(Part match) {
    Condition state = new Condition.Always(true);
    List<Condition> others = new ArrayList<>();
    boolean hasState = false;
    for (Option option : match.options()) {
      if (option.name().equals("--ctstate") || option.name().equals("--state")) {
        state = state(option);
        hasState = true;
      } else {
        others.add(other(match, option));
      }
    }
    if (others.isEmpty()) {
      return state;
    }
    Condition without = Conditions.anyBit(Field.CT_STATE, false, NO_CONNECTION);
    Condition with = new Condition.Both(List.copyOf(others));
    Condition rest =
        hasState
            ? new Condition.Either(List.of(without, with))
            : new Condition.Both(List.of(new Condition.Not(without), with));
    return new Condition.Both(List.of(state, rest));
  }

  /** SNAT and DNAT are states too: the connection's address has been translated. */
  private static Condition state(Option option) {
    long bits = 0;
    long status = 0;
    for (String name : option.value().split(",", -1)) {
      if (name.equals("SNAT") || name.equals("DNAT")) {
        status |= name.equals("SNAT") ? SNAT : DNAT;
      } else {
        bits |= bit(name);
      }
    }
    Condition state = Conditions.anyBit(Field.CT_STATE, false, bits);
    Condition any =
        status == 0
            ? state
            : new Condition.Either(
                List.of(state, Conditions.anyBit(Field.CT_STATUS, false, status)));
    return Conditions.negatedIf(option.negated(), any);
  }

  private static long bit(String name) {
    try {
      return CtState.valueOf(name).bit();
    } catch (IllegalArgumentException e) {
      throw new SyntaxException("\"" + name + "\" is no connection state");
    }
  }

  private static Condition other(Part match, Option option) {
    return switch (option.name()) {
      case "--ctproto" ->
          Conditions.is(
              Field.CT_TRANSPORT_PROTOCOL, option.negated(), Numbers.protocol(option.value()));
      case "--ctorigsrc" -> Conditions.address(Field.CT_ORIGINAL_SOURCE, option);
      case "--ctorigdst" -> Conditions.address(Field.CT_ORIGINAL_DESTINATION, option);
      case "--ctreplsrc" -> Conditions.address(Field.CT_REPLY_SOURCE, option);
      case "--ctrepldst" -> Conditions.address(Field.CT_REPLY_DESTINATION, option);
      case "--ctorigsrcport" -> port(Field.CT_ORIGINAL_SOURCE_PORT, option);
      case "--ctorigdstport" -> port(Field.CT_ORIGINAL_DESTINATION_PORT, option);
      case "--ctreplsrcport" -> port(Field.CT_REPLY_SOURCE_PORT, option);
      case "--ctrepldstport" -> port(Field.CT_REPLY_DESTINATION_PORT, option);
      case "--ctdir" ->
          Conditions.is(
              Field.CT_DIRECTION, option.negated(), option.value().equals("ORIGINAL") ? 0 : 1);
      case "--ctstatus" -> status(option);
      default -> new Condition.Obscure("match " + match.name() + " " + option.name());
    };
  }

  private static Condition port(Field field, Option option) {
    return Conditions.among(field, option.negated(), Conditions.ports(option.value()));
  }

  private static Condition status(Option option) {
    long bits = 0;
    for (String name : option.value().split(",", -1)) {
      Long bit = STATUS.get(name);
      if (bit == null) {
        throw new SyntaxException("\"" + name + "\" is no connection status");
      }
      bits |= bit;
    }
    return Conditions.anyBit(Field.CT_STATUS, option.negated(), bits);
  }
}
