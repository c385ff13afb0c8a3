package clbdoctor.cli;

/** A result that could not be written where the user wanted it. */
final class UnwritableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnwritableException(String where, String reason) {
    super(where + " cannot be written: " + reason);
  }
}
