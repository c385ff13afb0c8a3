package clbdoctor.cli;

import java.util.Arrays;

/**
 * Whether a person sits at the other end of a stream. The launcher knows; Java alone cannot tell.
 */
final class Terminal {
  private static final String PROPERTY = "clbdoctor.terminal";

  private Terminal() {}

  static boolean input() {
    return has("in");
  }

  static boolean output() {
    return has("out");
  }

  private static boolean has(String stream) {
    return Arrays.asList(System.getProperty(PROPERTY, "").split(",")).contains(stream);
  }
}
