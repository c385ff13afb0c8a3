package clbdoctor.firewall;

/** The ends of a packet or of a connection. */
record Tuple(Value source, Value destination, Value sourcePort, Value destinationPort) {

  Tuple reversed() {
    return new Tuple(destination, source, destinationPort, sourcePort);
  }

  Tuple from(Value address, Value port) {
    return new Tuple(address, destination, port, destinationPort);
  }

  Tuple to(Value address, Value port) {
    return new Tuple(source, address, sourcePort, port);
  }
}
