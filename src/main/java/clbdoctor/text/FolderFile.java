package clbdoctor.text;

import java.util.Optional;

/**
 * A file of a rule folder as it was read.
 *
 * @param name how messages call it: {@code rules/6-service/no-listener.drl}
 * @param path from the folder, with {@code /} between the names
 * @param text what stands in it, if it could be read
 * @param fault why not; empty when it could, or when nobody reads such files
 */
public record FolderFile(String name, String path, Optional<String> text, String fault) {

  static FolderFile readable(String name, String path, String text) {
    return new FolderFile(name, path, Optional.of(text), "");
  }

  static FolderFile faulty(String name, String path, String fault) {
    return new FolderFile(name, path, Optional.empty(), fault);
  }

  /** Its name without folders and ending, which is the id of what it is about. */
  public String id() {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int ending = last.lastIndexOf('.');
    return ending < 0 ? last : last.substring(0, ending);
  }

  /** What is wrong with it as a whole. */
  public Optional<Problem> problem(Code code) {
    return fault.isEmpty() ? Optional.empty() : Optional.of(new Problem(name, 1, 0, fault, code));
  }
}
