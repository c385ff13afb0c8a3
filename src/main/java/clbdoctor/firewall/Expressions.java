package clbdoctor.firewall;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;

/** The value of an expression for a flow, source by source where it depends on the source. */
final class Expressions {
  private final AddressTypes addressTypes;

  Expressions(AddressTypes addressTypes) {
    this.addressTypes = addressTypes;
  }

  List<Piece> evaluate(Expression expression, Flow flow) {
    if (expression instanceof Expression.Read read) {
      return read(read.field(), flow);
    }
    if (expression instanceof Expression.Constant constant) {
      return whole(flow, new Value.Known(constant.value()));
    }
    if (expression instanceof Expression.Bitwise bitwise) {
      return masked(bitwise, flow);
    }
    if (expression instanceof Expression.Combined combined) {
      return combined(combined, flow);
    }
    if (expression instanceof Expression.Concatenation concatenation) {
      return concatenated(concatenation, flow);
    }
    if (expression instanceof Expression.Lookup lookup) {
      return lookedUp(lookup, flow);
    }
    if (expression instanceof Expression.AnyOf anyOf) {
      RangeSet values = RangeSet.of(anyOf.range());
      return whole(flow, new Value.Within(values, "what translation picks"));
    }
    return whole(flow, Value.unknown(((Expression.Obscure) expression).construct()));
  }

  private List<Piece> read(Field field, Flow flow) {
    Packet packet = flow.packet();
    return switch (field) {
      case SOURCE_ADDRESS_TYPE -> addressTypes.of(packet.ends().source(), flow.sources());
      case DESTINATION_ADDRESS_TYPE -> addressTypes.of(packet.ends().destination(), flow.sources());
      case ROUTE_BACK -> addressTypes.routeBack(packet, flow.sources());
      default -> whole(flow, FieldReader.read(field, packet));
    };
  }

  private static List<Piece> whole(Flow flow, Value value) {
    return List.of(new Piece(flow.sources(), value));
  }

  private List<Piece> masked(Expression.Bitwise bitwise, Flow flow) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : evaluate(bitwise.operand(), flow)) {
      pieces.add(new Piece(piece.sources(), masked(bitwise, piece)));
    }
    return pieces;
  }

  private static Value masked(Expression.Bitwise bitwise, Piece piece) {
    Bits and = bitwise.and();
    Value value = Values.pinned(piece.value(), piece.sources());
    if (and.equals(Bits.ZERO) && !(value instanceof Value.Absent)) {
      return new Value.Known(bitwise.xor());
    }
    if (value instanceof Value.Known known) {
      return new Value.Known(known.bits().and(and).xor(bitwise.xor()));
    }
    if (value instanceof Value.Partial partial) {
      return Values.partial(partial.bits().and(and).xor(bitwise.xor()), partial.open().and(and));
    }
    if (value instanceof Value.Prober prober
        && prober.mask().equals(Bits.MAX)
        && bitwise.xor().equals(Bits.ZERO)
        && Values.prefix(and)) {
      return new Value.Prober(and);
    }
    return value instanceof Value.Absent ? value : Values.atMost(and, bitwise.xor(), value);
  }

  private List<Piece> combined(Expression.Combined combined, Flow flow) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece left : evaluate(combined.left(), flow)) {
      for (Piece right : evaluate(combined.right(), flow.from(left.sources()))) {
        Value value = Values.combined(left.value(), combined.operator(), right.value());
        pieces.add(new Piece(right.sources(), value));
      }
    }
    return pieces;
  }

  private List<Piece> concatenated(Expression.Concatenation concatenation, Flow flow) {
    List<Piece> pieces = List.of(new Piece(flow.sources(), new Value.Tuple(List.of())));
    for (Expression part : concatenation.parts()) {
      List<Piece> longer = new ArrayList<>();
      for (Piece piece : pieces) {
        for (Piece next : evaluate(part, flow.from(piece.sources()))) {
          longer.add(new Piece(next.sources(), Values.appended(piece.value(), next.value())));
        }
      }
      pieces = longer;
    }
    return pieces;
  }

  private List<Piece> lookedUp(Expression.Lookup lookup, Flow flow) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece key : evaluate(lookup.key(), flow)) {
      for (Lookups.Found<Bits> found : Lookups.find(lookup.map(), key)) {
        Value value =
            found.data() == null
                ? Value.ABSENT
                : found.certain()
                    ? new Value.Known(found.data())
                    : Value.unknown("the value of a map for a key that is not known");
        pieces.add(new Piece(found.sources(), value));
      }
    }
    return pieces;
  }
}
