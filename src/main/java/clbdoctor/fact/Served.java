package clbdoctor.fact;

/**
 * A program takes what the check sends to the private address and checked port: a socket or a
 * connection shows it, and the server itself is not known to connect in vain.
 */
@ComputedFrom(Subject.SOCKETS)
public record Served(int port) implements Derived {

  @Override
  public String sentence() {
    return "a program listens at the private address on port " + port;
  }
}
