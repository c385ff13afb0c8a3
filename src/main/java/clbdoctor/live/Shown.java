package clbdoctor.live;

import clbdoctor.collect.OutputReader;
import clbdoctor.collect.output.CommandOutput;
import clbdoctor.collect.output.ReadingContext;

/**
 * What a look showed.
 *
 * @param whole whether it answered, and every line of it was understood
 */
record Shown(Caught caught, CommandOutput output, boolean whole) {

  /** Reads what the look printed. */
  static Shown of(Caught caught, ReadingContext context) {
    CommandOutput output = CommandOutput.of(caught.look().command(), caught.text());
    boolean whole = caught.answered() && OutputReader.read(output, context).unread().isEmpty();
    return new Shown(caught, output, whole);
  }
}
