package clbdoctor.collect.output;

import clbdoctor.fact.Vantage;
import java.util.Optional;

/**
 * What a command printed, as a person pasted it or a collector caught it.
 *
 * @param command the command line; it may also stand in the text behind a shell prompt, or be
 *     missing when the text is unmistakable
 * @param text standard output and standard error together; a text that does not end with a line
 *     feed is taken for cut off
 * @param from where a probe in the text came from, when it is not the server itself
 */
public record CommandOutput(Optional<String> command, String text, Optional<Vantage> from) {

  /** The output of a command that was run on the server. */
  public static CommandOutput of(String command, String text) {
    return new CommandOutput(Optional.of(command), text, Optional.empty());
  }

  /** A text that must speak for itself. */
  public static CommandOutput of(String text) {
    return new CommandOutput(Optional.empty(), text, Optional.empty());
  }
}
