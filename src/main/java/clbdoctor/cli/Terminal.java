package clbdoctor.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

  static boolean errors() {
    return has("err");
  }

  /** What a terminal shows; files and pipes get UTF-8 whatever the locale. */
  static Charset charset(boolean terminal) {
    String known = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
    return terminal && known != null && Charset.isSupported(known)
        ? Charset.forName(known)
        : StandardCharsets.UTF_8;
  }

  private static boolean has(String stream) {
    return Arrays.asList(System.getProperty(PROPERTY, "").split(",")).contains(stream);
  }
}
