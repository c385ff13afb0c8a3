package clbdoctor.cli;

import clbdoctor.text.Problem;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.Reports;
import clbdoctor.yaml.Reports.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The reports a command line names: files, folders, {@code -} for standard input. */
final class Inputs {
  private static final String STANDARD_INPUT = "-";

  private final Optional<String> redactionKey;
  private final Consumer<Supplier<Outcome>> documents;

  /**
   * Documents in order, each to be read when and where the taker likes; redacted when there is a
   * key.
   */
  Inputs(Optional<String> redactionKey, Consumer<Supplier<Outcome>> documents) {
    this.redactionKey = redactionKey;
    this.documents = documents;
  }

  Inputs(Consumer<Report> reports, Consumer<Problem> problems) {
    this(
        Optional.empty(),
        document -> {
          Outcome outcome = document.get();
          if (outcome instanceof Outcome.Read read) {
            reports.accept(read.report());
          } else if (outcome instanceof Outcome.Refused refused) {
            refused.problems().forEach(problems);
          }
        });
  }

  void read(List<String> names) {
    names.forEach(this::read);
  }

  private void read(String name) {
    try {
      if (name.equals(STANDARD_INPUT)) {
        Reports.readLater("standard input", System.in, redactionKey, documents);
      } else if (Files.isDirectory(Path.of(name))) {
        readFolder(Path.of(name));
      } else {
        readFile(name);
      }
    } catch (NoSuchFileException e) {
      refuse(new Problem(name, 1, 0, "there is no such file"));
    } catch (IOException | java.io.UncheckedIOException e) {
      refuse(new Problem(name, 1, 0, "cannot be read: " + e.getMessage()));
    }
  }

  private void readFolder(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Inputs::mayBeReport).sorted().toList()) {
        readFile(path.toString());
      }
    }
  }

  static boolean mayBeReport(Path path) {
    return Files.isRegularFile(path) && path.toString().matches(".*\\.(ya?ml|jsonl?)");
  }

  private void readFile(String name) throws IOException {
    try (InputStream stream = Files.newInputStream(Path.of(name))) {
      Reports.readLater(name, stream, redactionKey, documents);
    }
  }

  private void refuse(Problem problem) {
    documents.accept(() -> new Outcome.Refused(List.of(problem)));
  }
}
