package clbdoctor.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader against the one of the whole language: the same nodes at the same places. */
class PlainYamlTest {
  private static final List<Path> FOLDERS = List.of(Path.of("facts-samples"), Path.of("rules"));

  @Test
  void readsWhatItReadsAsTheWholeLanguageDoes() throws IOException {
    int quick = 0;
    List<String> texts = texts();
    for (String text : texts) {
      quick += agrees(text) ? 1 : 0;
    }
    assertTrue(quick > texts.size() / 2, quick + " of " + texts.size() + " are read quickly");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\nb:\n  - x: 1\n    w: [ 1, b, \"c\" ]\n  - { z: 10.0.0.10 }\n",
        "a:\n- 1\n- 2\nb: c d # e\n",
        "a: |\n  one\n    two\n\n  three\n\nb: 1\n",
        "a: '0'\nb: 0.8\nc: 100.64.0.0/10\nd: -5\n",
        "a: []\nb: {}\nc: [[1], {d: e}]\n"
      })
  void readsThePlainPart(String text) {
    assertTrue(agrees(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x 1\nb: *x\n",
        "a: one\n  two\n",
        "a: >\n  folded\n",
        "a: !!str 1\n",
        "a: \"x\\n\"\n",
        "a:\n",
        "a: 1\na: 2\n",
        "a: 010\n",
        "a: yes\n",
        "a: [1,\n 2]\n",
        "? a\n: b\n",
        "a: b: c\n",
        "a: 1\n b: 2\n",
        "- 1\nb: 2\n",
        "a: caf\u00e9\n",
        "a:\tb\n"
      })
  void leavesTheRestToTheWholeLanguage(String text) {
    assertEquals(Optional.empty(), PlainYaml.read(text, 1), text);
  }

  /** Lines left out, doubled, shifted, cut and joined: whatever is still read is read alike. */
  @Test
  @Tag("generated")
  void agreesOnTenThousandBrokenTexts() throws IOException {
    Random random = new Random(20261122);
    List<String> texts = texts();
    int quick = 0;
    for (int i = 0; i < 10_000; i++) {
      String broken = broken(texts.get(random.nextInt(texts.size())), random);
      quick += agrees(broken) ? 1 : 0;
    }
    assertTrue(quick > 500, quick + " of 10000 broken texts were read quickly");
  }

  /** Whether the quick reader read it; then both must have read the same. */
  private static boolean agrees(String text) {
    Optional<Node> quick = PlainYaml.read(text, 1);
    if (quick.isEmpty()) {
      return false;
    }
    try {
      assertEquals(NodeReader.readWhole("t", text, 1), quick, text);
    } catch (ProblemsException e) {
      throw new AssertionError(e.getMessage() + "\nwas read quickly:\n" + text, e);
    }
    return true;
  }

  private static String broken(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int changes = 1 + random.nextInt(3); changes > 0 && !lines.isEmpty(); changes--) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int cut = random.nextInt(line.length() + 1);
      switch (random.nextInt(6)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, line);
        case 2 -> lines.set(at, " ".repeat(random.nextInt(4)) + line);
        case 3 -> lines.set(at, line.substring(cut));
        case 4 -> lines.set(at, line.substring(0, cut));
        default ->
            lines.set(
                at,
                line.substring(0, cut)
                    + "{}[],:-#'\"|> 0a".charAt(random.nextInt(15))
                    + line.substring(cut));
      }
    }
    return String.join("\n", lines) + (random.nextBoolean() ? "\n" : "");
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
          texts.add(Files.readString(file));
        }
      }
    }
    return texts;
  }
}
