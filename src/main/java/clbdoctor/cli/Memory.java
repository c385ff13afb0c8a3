package clbdoctor.cli;

import clbdoctor.cache.ReadFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where runs of the program leave for later ones what they read: beside the program what the build
 * read, in the user's own cache folder what was edited since.
 */
final class Memory {
  private static final String NAME = "clb-doctor";

  /** The build names here the file that it ships. */
  private static final String FILE = "clbdoctor.cache";

  private Memory() {}

  /**
   * What earlier runs read from a rule folder; nothing when the program does not run from a jar.
   */
  static ReadFiles of(Path rules) {
    Optional<Path> home = Optional.ofNullable(System.getProperty(RulesOption.HOME)).map(Path::of);
    Path jar = home.orElse(Path.of("")).resolve(NAME + ".jar");
    if (home.isEmpty() || !Files.isRegularFile(jar)) {
      return ReadFiles.none();
    }
    try {
      Path shipped = home.get().resolve(NAME + ".cache");
      Path own =
          Optional.ofNullable(System.getProperty(FILE))
              .map(Path::of)
              .orElse(
                  folder().resolve(Integer.toHexString(rules.toString().hashCode()) + ".cache"));
      return ReadFiles.of(identity(jar), shipped, own);
    } catch (IOException e) {
      return ReadFiles.none();
    }
  }

  /** Programs of one name may differ; the same bytes on the same Java may not. */
  private static String identity(Path jar) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(jar));
    return NAME + " " + Long.toHexString(crc.getValue()) + " Java " + Runtime.version().feature();
  }

  private static Path folder() {
    return environment("XDG_CACHE_HOME")
        .or(() -> environment("LOCALAPPDATA"))
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve(NAME);
  }

  private static Optional<Path> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()).map(Path::of);
  }
}
