package clbdoctor.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.yaml.Documents.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  @Test
  void cutsYamlAtItsMarks() throws IOException {
    assertEquals(
        List.of("1: a: 1\n", "2:    \nb: 2\n   \n", "6:      # third\nc: 3\n"),
        cut("a: 1\n---\nb: 2\n...\n--- # empty\n---  # third\r\nc: 3"));
  }

  @Test
  void cutsJsonAtTheLinesThatBeginWithABrace() throws IOException {
    assertEquals(
        List.of("1: {\"a\": 1}\n", "2: {\n\"b\": 2\n}\n", "5: {\"c\": 3}\n"),
        cut("{\"a\": 1}\n{\n\"b\": 2\n}\n{\"c\": 3}\n"));
  }

  @Test
  void passesOverWhatHoldsNothing() throws IOException {
    assertEquals(List.of(), cut(""));
    assertEquals(List.of(), cut("---\n# nothing\n---\n\n"));
  }

  @Test
  void keepsNothingOfADocumentThatIsTooLong() throws IOException {
    String line = "x".repeat(300_000) + "---";
    String lines = "k: v\n".repeat(450_000);
    List<Document> documents =
        documents(new ByteArrayInputStream(bytes("a: 1\n---\n" + lines + "---\nb: 2\n")));
    assertEquals(List.of(false, true, false), documents.stream().map(Document::tooLong).toList());
    assertEquals("   \nb: 2\n", documents.get(2).text());
    List<Document> oneLine =
        documents(new ByteArrayInputStream(bytes("a: 1\n---\n" + line.repeat(9) + "\n---\nb: 2")));
    assertEquals(List.of(false, true, false), oneLine.stream().map(Document::tooLong).toList());
    assertEquals("   \nb: 2\n", oneLine.get(2).text());
    assertEquals(4, oneLine.get(2).firstLine());
  }

  /** However the bytes arrive, and however long the documents are. */
  @Test
  void joinsWhatArrivesInPieces() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 40; round++) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        texts.add("key" + i + ": " + "vä".repeat(random.nextInt(9_000)) + "\n");
      }
      List<Document> documents =
          documents(new InPieces(bytes(String.join("---\n", texts)), random));
      assertEquals(30, documents.size());
      for (int i = 0; i < 30; i++) {
        assertTrue(documents.get(i).text().endsWith(texts.get(i)));
        assertEquals(Math.max(1, 2 * i), documents.get(i).firstLine());
      }
    }
  }

  private static final class InPieces extends InputStream {
    private final InputStream bytes;
    private final Random random;

    InPieces(byte[] bytes, Random random) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.random = random;
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return bytes.read(into, from, Math.min(length, 1 + random.nextInt(20_000)));
    }
  }

  private static List<String> cut(String stream) throws IOException {
    return documents(new ByteArrayInputStream(bytes(stream))).stream()
        .map(document -> document.firstLine() + ": " + document.text())
        .toList();
  }

  private static List<Document> documents(InputStream stream) throws IOException {
    Documents documents = new Documents(stream);
    List<Document> all = new ArrayList<>();
    for (Optional<Document> next = documents.next(); next.isPresent(); next = documents.next()) {
      all.add(next.get());
    }
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
