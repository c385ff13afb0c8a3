package clbdoctor.rulebook;

import clbdoctor.text.Code;

/** Why a piece of a rule is not accepted. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;

  Refusal(Code code, String message) {
    super(message);
    this.code = code;
  }

  Code code() {
    return code;
  }
}
