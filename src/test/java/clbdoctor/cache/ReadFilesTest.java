package clbdoctor.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered is what was read, or nothing. */
class ReadFilesTest {
  enum Colour {
    RED,
    GREEN
  }

  sealed interface Shape {
    record Circle(int radius) implements Shape {}

    record Square(String name, boolean filled) implements Shape {}
  }

  record Everything(
      String text,
      int number,
      boolean truth,
      Colour colour,
      Optional<String> there,
      Optional<Integers> away,
      List<Shape> shapes,
      Set<Colour> colours,
      Map<Colour, List<String>> words) {}

  record Integers(int one) {}

  private static final Everything VALUE =
      new Everything(
          "größer \u4e2d",
          -7,
          true,
          Colour.GREEN,
          Optional.of("x"),
          Optional.empty(),
          List.of(new Shape.Circle(3), new Shape.Square("s", false)),
          Set.of(Colour.RED),
          Map.of(Colour.RED, List.of("a", "")));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void keepOne() {
    file = folder.resolve("clb-doctor/rules.cache");
    ReadFiles first = open("program 1");
    first.keep("rules/a.drl", "text", Everything.class, VALUE);
    first.save();
  }

  @Test
  void recallsWhatAnEarlierRunRead() {
    assertEquals(Optional.of(VALUE), recalled("program 1", "text"));
  }

  @Test
  void anEditedFileIsNotTheOneThatWasRead() {
    assertEquals(Optional.empty(), recalled("program 1", "texu"));
  }

  @Test
  void anotherProgramReadsForItself() {
    assertEquals(Optional.empty(), recalled("program 2", "text"));
  }

  @Test
  void keepsWhatIsStillGoodWhenOneFileWasEdited() {
    ReadFiles second = open("program 1");
    second.keep("rules/b.drl", "other", Integers.class, new Integers(1));
    second.save();
    assertEquals(Optional.of(VALUE), recalled("program 1", "text"));
    assertEquals(
        Optional.of(new Integers(1)),
        open("program 1").recall("rules/b.drl", "other", Integers.class));
  }

  @Test
  void noDamagedByteIsBelieved() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file, bad);
      assertEquals(Optional.empty(), recalled("program 1", "text"), "byte " + at);
    }
    for (int length = 0; length < good.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(good, length));
      assertEquals(Optional.empty(), recalled("program 1", "text"), "cut at " + length);
    }
  }

  @Test
  void isPrivateToTheUser() throws IOException {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertEquals(Optional.empty(), recalled("program 1", "text"));
  }

  @Test
  void aLinkToAnotherFileIsNotFollowed() throws IOException {
    Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);
    assertEquals(Optional.empty(), recalled("program 1", "text"));
  }

  @Test
  void aFolderThatCannotBeWrittenCostsNothingButTime() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
    ReadFiles read = ReadFiles.of("program 1", folder.resolve("none"), blocked.resolve("x/y"));
    read.keep("rules/a.drl", "text", Everything.class, VALUE);
    read.save();
    assertTrue(Files.isRegularFile(blocked));
  }

  @Test
  void nothingIsKeptWithoutAPlace() {
    ReadFiles none = ReadFiles.none();
    none.keep("a", "text", Everything.class, VALUE);
    none.save();
    assertFalse(none.recall("a", "text", Everything.class).isPresent());
  }

  private Optional<Everything> recalled(String program, String text) {
    return open(program).recall("rules/a.drl", text, Everything.class);
  }

  private ReadFiles open(String program) {
    return ReadFiles.of(program, folder.resolve("shipped"), file);
  }
}
