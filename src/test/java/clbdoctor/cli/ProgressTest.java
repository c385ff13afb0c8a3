package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The bar on standard error, with a clock of its own. */
class ProgressTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private long now;
  private final Progress progress =
      new Progress("reports", new PrintStream(shown, true, StandardCharsets.UTF_8), () -> now);

  @Test
  void nothingIsShownDuringTheFirstSecond() {
    progress.expect(1_000);
    progress.advance(500);
    now = 999;
    progress.done();
    progress.erase();
    assertEquals("", text());
  }

  @Test
  void thenABarWithCountAndRemainingTime() {
    progress.expect(1_000);
    progress.advance(250);
    now = 2_000;
    progress.done();
    assertEquals("\r\033[K[######------------------]  25 %  1 reports, 6 s left", text());
  }

  @Test
  void ofAStreamNobodyKnowsTheEnd() {
    progress.unknownTotal();
    progress.advance(250);
    now = 2_000;
    progress.reached(1_234);
    assertEquals("\r\033[K1,234 reports", text());
  }

  @Test
  void theBarMakesWayForOtherLines() {
    progress.expect(10);
    progress.advance(5);
    now = 200_000;
    progress.done();
    shown.reset();
    progress.aside(() -> progress.erase());
    assertEquals("\r\033[K", text());
  }

  private String text() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
