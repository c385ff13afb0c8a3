package clbdoctor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which files changed, by their contents: time stamps lie when files are copied or restored. */
final class FileTexts {
  private FileTexts() {}

  /** SHA-256 of every wanted file below a folder; of the file itself if it is one. */
  static Map<Path, String> below(Path start, Predicate<Path> wanted) throws IOException {
    Map<Path, String> digests = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(start)) {
      for (Path path : paths.filter(Files::isRegularFile).filter(wanted).toList()) {
        digests.put(path, digest(path));
      }
    } catch (NoSuchFileException e) {
      return digests;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return digests;
  }

  /** Files that are new, gone or different. */
  static Set<Path> changed(Map<Path, String> before, Map<Path, String> now) {
    Set<Path> changed = new TreeSet<>(before.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(path -> before.containsKey(path) && before.get(path).equals(now.get(path)));
    return changed;
  }

  /**
   * An editor may replace a file at this very moment; then it is gone, and back at the next look.
   */
  private static String digest(Path path) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(path)));
    } catch (NoSuchFileException e) {
      return HexFormat.of().formatHex("gone".getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
