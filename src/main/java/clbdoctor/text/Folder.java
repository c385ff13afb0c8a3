package clbdoctor.text;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A rule folder as it stood when it was read: every file is read once, and what is made of them
 * belongs together.
 *
 * @param name how messages call it: its last name, or the whole path where that is taken
 * @param files those below it, in the order of their paths; nothing when it cannot be read as a
 *     folder
 */
public record Folder(String name, Path path, Optional<List<FolderFile>> files) {
  private static final long MOST_BYTES = 1_000_000;

  /** The shipped rules first, then the folders laid over them, each with a name of its own. */
  public static List<Folder> of(List<Path> paths) {
    Set<String> taken = new HashSet<>();
    List<Folder> folders = new ArrayList<>();
    for (Path path : paths) {
      String last = String.valueOf(path.toAbsolutePath().normalize().getFileName());
      String name = taken.add(last) ? last : path.toString().replace('\\', '/');
      folders.add(new Folder(name, path, read(name, path)));
    }
    return folders;
  }

  /** The same folder as it stands now. */
  public Folder again() {
    return new Folder(name, path, read(name, path));
  }

  /** The same with some of its files. */
  public Folder only(Predicate<FolderFile> wanted) {
    return new Folder(name, path, files.map(all -> all.stream().filter(wanted).toList()));
  }

  /** What is wrong with it when it cannot be read. */
  public Problem unreadable() {
    return new Problem(name, 1, 0, "cannot be read as a rule folder");
  }

  private static Optional<List<FolderFile>> read(String name, Path path) {
    List<FolderFile> files = new ArrayList<>();
    try {
      collect(path, name + "/", "", files);
    } catch (IOException e) {
      return Optional.empty();
    }
    files.sort((one, other) -> one.path().compareTo(other.path()));
    return Optional.of(files);
  }

  /** Folders that a link leads to are not entered. */
  private static void collect(Path folder, String name, String prefix, List<FolderFile> files)
      throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String path = prefix + entry.getFileName();
        BasicFileAttributes attributes =
            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
          collect(entry, name, path + "/", files);
        } else {
          files.add(file(entry, attributes, name + path, path));
        }
      }
    }
  }

  private static FolderFile file(
      Path file, BasicFileAttributes attributes, String name, String path) {
    if (!path.endsWith(".drl") && !path.endsWith(".yaml")) {
      return FolderFile.faulty(name, path, "");
    }
    try {
      BasicFileAttributes own =
          attributes.isSymbolicLink()
              ? Files.readAttributes(file, BasicFileAttributes.class)
              : attributes;
      return own.isRegularFile() && own.size() <= MOST_BYTES
          ? FolderFile.readable(name, path, text(file))
          : FolderFile.faulty(name, path, "is no plain file of at most " + MOST_BYTES + " bytes");
    } catch (CharacterCodingException e) {
      return FolderFile.faulty(name, path, "is no text in UTF-8; save it so");
    } catch (IOException e) {
      return FolderFile.faulty(name, path, "cannot be read");
    }
  }

  /** As {@link Files#readString} would give it, by a shorter way; there are hundreds of files. */
  private static String text(Path file) throws IOException {
    byte[] bytes;
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      bytes = in.readAllBytes();
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      return Files.readString(file);
    }
    return text;
  }
}
