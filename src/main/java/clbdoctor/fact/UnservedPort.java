package clbdoctor.fact;

/**
 * The listening sockets are known, and nobody takes TCP connections to the private address and
 * checked port: no program, no container and no Kubernetes node port.
 *
 * @param vacant whether no program listens on the port at another address either
 * @param backEndPortToo whether the same holds for the back-end port, where the check has a port of
 *     its own
 */
@ComputedFrom(Subject.SOCKETS)
public record UnservedPort(int port, boolean vacant, boolean backEndPortToo) implements Derived {

  @Override
  public String sentence() {
    return vacant
        ? "no program listens on port " + port
        : "no program accepts connections to the private address on port " + port;
  }
}
