package clbdoctor.firewall.iptables;

/** Input that the tool would never have written. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SyntaxException(String message) {
    super(message);
  }
}
