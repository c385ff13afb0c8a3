package clbdoctor.firewall;

/** A packet at one point of its way. */
record Packet(Shape shape, Tuple ends, Value in, Value out, Value mark, Connection connection) {

  Packet withEnds(Tuple changed) {
    return new Packet(shape, changed, in, out, mark, connection);
  }

  Packet between(Value incoming, Value outgoing) {
    return new Packet(shape, ends, incoming, outgoing, mark, connection);
  }

  Packet withMark(Value changed) {
    return new Packet(shape, ends, in, out, changed, connection);
  }

  Packet with(Connection changed) {
    return new Packet(shape, ends, in, out, mark, changed);
  }
}
