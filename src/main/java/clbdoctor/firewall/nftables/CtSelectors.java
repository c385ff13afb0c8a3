package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Field;

/** Reads what a match looks at in the connection, behind {@code ct}. */
final class CtSelectors {
  private CtSelectors() {}

  static Selector read(Cursor cursor) {
    String word = cursor.word();
    return switch (word) {
      case "state" -> Selector.of(Field.CT_STATE, DataType.STATE);
      case "status" -> Selector.of(Field.CT_STATUS, DataType.STATUS);
      case "mark" -> Selector.of(Field.CT_MARK, DataType.MARK);
      case "direction" -> Selector.of(Field.CT_DIRECTION, DataType.DIRECTION);
      case "protocol" -> Selector.of(Field.CT_TRANSPORT_PROTOCOL, DataType.PROTOCOL);
      case "l3proto" -> Selector.of(Field.CT_NETWORK_PROTOCOL, DataType.NETWORK_PROTOCOL);
      case "original" -> end(cursor, true);
      case "reply" -> end(cursor, false);
      default -> throw new SyntaxException("ct " + word + " is not modelled");
    };
  }

  private static Selector end(Cursor cursor, boolean original) {
    String word = cursor.word();
    boolean ipv6 = word.equals("ip6");
    if (word.equals("ip") || ipv6) {
      Condition need = Selector.is(Field.NETWORK_PROTOCOL, ipv6 ? 10 : 2);
      return address(cursor.word(), original, ipv6 ? DataType.IPV6 : DataType.IPV4, need);
    }
    return switch (word) {
      case "proto-src" ->
          Selector.of(
              original ? Field.CT_ORIGINAL_SOURCE_PORT : Field.CT_REPLY_SOURCE_PORT,
              DataType.SERVICE);
      case "proto-dst" ->
          Selector.of(
              original ? Field.CT_ORIGINAL_DESTINATION_PORT : Field.CT_REPLY_DESTINATION_PORT,
              DataType.SERVICE);
      case "protocol" -> Selector.of(Field.CT_TRANSPORT_PROTOCOL, DataType.PROTOCOL);
      default -> throw new SyntaxException("ct original or reply " + word + " is not modelled");
    };
  }

  private static Selector address(String word, boolean original, DataType type, Condition need) {
    return switch (word) {
      case "saddr" ->
          Selector.of(original ? Field.CT_ORIGINAL_SOURCE : Field.CT_REPLY_SOURCE, type, need);
      case "daddr" ->
          Selector.of(
              original ? Field.CT_ORIGINAL_DESTINATION : Field.CT_REPLY_DESTINATION, type, need);
      default -> throw new SyntaxException("ct address " + word + " is not modelled");
    };
  }
}
