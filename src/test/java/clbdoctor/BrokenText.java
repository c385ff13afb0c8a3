package clbdoctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A text with one thing wrong, from a file of blocks: a title behind {@code ===}, the text, and
 * behind {@code >>>} a part of the message that it must give.
 */
public record BrokenText(String title, String text, String message) {

  /** The blocks of a resource that stands beside a test. */
  public static List<BrokenText> in(Class<?> test, String resource) throws IOException {
    try (InputStream stream = test.getResourceAsStream(resource)) {
      String blocks = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(blocks.split("(?m)^=== ")).skip(1).map(BrokenText::block).toList();
    }
  }

  private static BrokenText block(String block) {
    int title = block.indexOf('\n');
    int message = block.indexOf("\n>>> ");
    return new BrokenText(
        block.substring(0, title),
        block.substring(title + 1, message + 1),
        block.substring(message + 5).strip());
  }

  @Override
  public String toString() {
    return title;
  }
}
