package clbdoctor.fact;

/**
 * The listening sockets are known, and none of them takes TCP connections to the private address
 * and checked port.
 */
@ComputedFrom(Subject.SOCKETS)
public record Unserved(int port) implements Derived {

  @Override
  public String sentence() {
    return "no program accepts connections to the private address on port " + port;
  }
}
