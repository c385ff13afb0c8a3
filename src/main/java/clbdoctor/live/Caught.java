package clbdoctor.live;

import clbdoctor.fact.LookFailure;
import java.util.Optional;

/**
 * What a look printed.
 *
 * @param text standard output and standard error together; without a line feed at its end when a
 *     part may be missing
 * @param failure why it showed nothing, or not all
 */
public record Caught(Look look, String text, Optional<LookFailure> failure) {

  static Caught answer(Look look, String text) {
    return new Caught(look, text, Optional.empty());
  }

  /** Whatever it printed may be a part only: the last line end is taken away. */
  static Caught failed(Look look, String text, LookFailure failure) {
    return new Caught(look, text.stripTrailing(), Optional.of(failure));
  }

  boolean answered() {
    return failure.isEmpty();
  }
}
