package clbdoctor.cli;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether addresses and host names are replaced. */
final class RedactOptions {
  @Option(
      names = "--redact",
      description =
          "Replace addresses and host names by others; networks, equality and causes stay.")
  private boolean redact;

  @Option(
      names = "--redact-key",
      paramLabel = "WORD",
      description = "The same word gives the same replacements in another run; implies --redact.")
  private String word;

  private String random;

  /** The key of the replacements, when there are to be any; without a word it is a random one. */
  Optional<String> key() {
    if (word != null) {
      return Optional.of(word);
    }
    if (redact && random == null) {
      byte[] bytes = new byte[16];
      new SecureRandom().nextBytes(bytes);
      random = HexFormat.of().formatHex(bytes);
    }
    return Optional.ofNullable(random);
  }
}
