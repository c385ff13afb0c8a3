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
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The reports a command line names: files, folders, {@code -} for standard input. */
final class Inputs {
  private static final String STANDARD_INPUT = "-";

  private final Consumer<Report> reports;
  private final Consumer<Problem> problems;

  Inputs(Consumer<Report> reports, Consumer<Problem> problems) {
    this.reports = reports;
    this.problems = problems;
  }

  void read(List<String> names) {
    names.forEach(this::read);
  }

  private void read(String name) {
    try {
      if (name.equals(STANDARD_INPUT)) {
        Reports.read("standard input", System.in, this::accept);
      } else if (Files.isDirectory(Path.of(name))) {
        readFolder(Path.of(name));
      } else {
        readFile(name);
      }
    } catch (NoSuchFileException e) {
      problems.accept(new Problem(name, 1, 0, "there is no such file"));
    } catch (IOException | java.io.UncheckedIOException e) {
      problems.accept(new Problem(name, 1, 0, "cannot be read: " + e.getMessage()));
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
      Reports.read(name, stream, this::accept);
    }
  }

  private void accept(Outcome outcome) {
    if (outcome instanceof Outcome.Read read) {
      reports.accept(read.report());
    } else if (outcome instanceof Outcome.Refused refused) {
      refused.problems().forEach(problems);
    }
  }
}
