package clbdoctor.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A rule folder.
 *
 * @param name how messages call it: its last name, or the whole path where that is taken
 */
public record Folder(String name, Path path) {

  /** The shipped rules first, then the folders laid over them, each with a name of its own. */
  public static List<Folder> of(List<Path> paths) {
    Set<String> taken = new HashSet<>();
    List<Folder> folders = new ArrayList<>();
    for (Path path : paths) {
      String last = String.valueOf(path.toAbsolutePath().normalize().getFileName());
      String name = taken.add(last) ? last : path.toString().replace('\\', '/');
      folders.add(new Folder(name, path));
    }
    return folders;
  }

  /** How messages call a file in it: {@code rules/6-service/no-listener.drl}. */
  public String nameOf(Path file) {
    return name + "/" + path.relativize(file).toString().replace('\\', '/');
  }
}
