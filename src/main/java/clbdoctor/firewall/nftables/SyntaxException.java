package clbdoctor.firewall.nftables;

/** Text that is not understood. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SyntaxException(String message) {
    super(message);
  }
}
