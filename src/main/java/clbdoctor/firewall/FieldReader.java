package clbdoctor.firewall;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Field;

/** Reads the fields of a packet. */
final class FieldReader {
  private static final int SEEN_REPLY = 2;
  private static final int ASSURED = 4;
  private static final int CONFIRMED = 8;
  private static final int SRC_NAT = 16;
  private static final int DST_NAT = 32;
  private static final int NAT_DONE = 0x180;

  private FieldReader() {}

  static Value read(Field field, Packet packet) {
    return switch (field) {
      case NETWORK_PROTOCOL -> Value.of(packet.shape().ipv6() ? 10 : 2);
      case ETHER_TYPE -> Value.of(packet.shape().ipv6() ? 0x86dd : 0x0800);
      case TRANSPORT_PROTOCOL -> Value.of(packet.shape().protocol());
      case SOURCE -> packet.ends().source();
      case DESTINATION -> packet.ends().destination();
      case SOURCE_PORT -> port(packet, packet.ends().sourcePort());
      case DESTINATION_PORT -> port(packet, packet.ends().destinationPort());
      case IN_INTERFACE -> packet.in();
      case OUT_INTERFACE -> packet.out();
      case MARK -> packet.mark();
      case ICMP_TYPE -> packet.shape().icmpType();
      case ICMP_CODE -> packet.shape().icmpCode();
      case TCP_FLAGS -> packet.shape().tcpFlags();
      case TTL -> packet.shape().timeToLive();
      case LENGTH -> packet.shape().length();
      case DSCP -> Value.unknown("the packet's DSCP");
      case FRAGMENT_OFFSET, PACKET_TYPE -> Value.of(0);
      case CT_STATE -> Value.of(packet.connection().tracking().state().bit());
      default -> ofConnection(field, packet.shape(), packet.connection());
    };
  }

  private static Value port(Packet packet, Value port) {
    return packet.shape().icmp() ? Value.unknown("a port of an ICMP packet") : port;
  }

  private static Value ofConnection(Field field, Shape shape, Connection connection) {
    if (!connection.tracking().tracked()) {
      return Value.ABSENT;
    }
    return switch (field) {
      case CT_NETWORK_PROTOCOL -> Value.of(shape.ipv6() ? 10 : 2);
      case CT_TRANSPORT_PROTOCOL -> Value.of(shape.tracked());
      case CT_MARK -> connection.mark();
      case CT_DIRECTION -> Value.of(connection.reply() ? 1 : 0);
      case CT_STATUS -> status(connection);
      case CT_ORIGINAL_SOURCE -> connection.original().source();
      case CT_ORIGINAL_DESTINATION -> connection.original().destination();
      case CT_ORIGINAL_SOURCE_PORT -> connection.original().sourcePort();
      case CT_ORIGINAL_DESTINATION_PORT -> connection.original().destinationPort();
      case CT_REPLY_SOURCE -> connection.translated().destination();
      case CT_REPLY_DESTINATION -> connection.translated().source();
      case CT_REPLY_SOURCE_PORT -> connection.translated().destinationPort();
      case CT_REPLY_DESTINATION_PORT -> connection.translated().sourcePort();
      default -> Value.unknown(field.name());
    };
  }

  /** The bits that say which translations have been decided are left open: timing matters. */
  private static Value status(Connection connection) {
    boolean later = connection.tracking() == Tracking.ESTABLISHED;
    boolean confirmed = later || connection.known() && connection.tracking() == Tracking.NEW;
    int bits =
        (connection.destinationChanged() ? DST_NAT : 0)
            | (connection.sourceChanged() ? SRC_NAT : 0)
            | (later ? SEEN_REPLY : 0)
            | (confirmed ? CONFIRMED : 0);
    return new Value.Partial(Bits.of(bits), Bits.of(NAT_DONE | (later ? ASSURED : 0)));
  }
}
