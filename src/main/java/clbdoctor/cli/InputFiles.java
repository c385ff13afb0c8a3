package clbdoctor.cli;

import clbdoctor.text.Problem;
import clbdoctor.text.Visible;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The files that the names of a command line stand for: themselves, what lies in folders, what
 * patterns such as {@code tickets/*.yaml} match where no shell did that before.
 */
final class InputFiles {
  private static final String WILD = ".*[*?\\[{].*";

  private final List<Path> files = new ArrayList<>();
  private final Consumer<Problem> problems;

  private InputFiles(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /**
   * The files in the order of the names, those of a folder or pattern sorted.
   *
   * @param problems gets what is wrong with a name or a folder; the rest goes on
   */
  static List<Path> of(String name, Consumer<Problem> problems) {
    InputFiles found = new InputFiles(problems);
    Path path = Path.of(name);
    if (name.isEmpty()) {
      problems.accept(new Problem("\"\"", 1, 0, "is no name of a file"));
    } else if (Files.isDirectory(path)) {
      found.walk(
          name,
          path,
          InputFiles::mayBeReport,
          "there is no report in it (*.yaml, *.yml, *.json, *.jsonl)");
    } else if (!Files.exists(path) && name.matches(WILD)) {
      found.match(name);
    } else {
      found.files.add(path);
    }
    return found.files;
  }

  static boolean mayBeReport(Path path) {
    return path.toString().matches(".*\\.(ya?ml|jsonl?)");
  }

  /** Why a file could not be read, for a person. */
  static Problem unreadable(String name, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new Problem(Visible.of(name), 1, 0, "there is no such file");
    }
    String reason =
        e instanceof AccessDeniedException
            ? "you have no permission"
            : e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage()).replace(name + ": ", "");
    return new Problem(Visible.of(name), 1, 0, "cannot be read: " + reason);
  }

  private void match(String pattern) {
    int wild = pattern.replaceFirst("[*?\\[{].*", "").length();
    int slash = pattern.substring(0, wild).replace('\\', '/').lastIndexOf('/');
    Path from = Path.of(slash < 0 ? "." : pattern.substring(0, slash + 1));
    Path prefix = slash < 0 ? Path.of("") : from;
    PathMatcher matcher =
        from.getFileSystem().getPathMatcher("glob:" + pattern.substring(slash + 1));
    walk(pattern, from, file -> matcher.matches(from.relativize(file)), "no file is called so");
    files.replaceAll(file -> prefix.resolve(from.relativize(file)));
  }

  private void walk(String name, Path from, Predicate<Path> wanted, String none) {
    int before = files.size();
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (wanted.test(file) && Files.isRegularFile(file)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              if (!(e instanceof NoSuchFileException) || file.equals(from)) {
                problems.accept(unreadable(file.toString(), e));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      problems.accept(unreadable(name, e));
    }
    if (files.size() == before) {
      problems.accept(new Problem(name, 1, 0, none));
    }
    files.sort(null);
  }
}
