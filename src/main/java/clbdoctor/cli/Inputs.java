package clbdoctor.cli;

import clbdoctor.text.Problem;
import clbdoctor.text.Visible;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.Reports;
import clbdoctor.yaml.Reports.Outcome;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The reports a command line names: files, folders, patterns, {@code -} for standard input. */
final class Inputs {
  private static final String STANDARD_INPUT = "-";

  private final Optional<String> redactionKey;
  private final Consumer<Supplier<Outcome>> documents;
  private final Progress progress;

  /**
   * Documents in order, each to be read when and where the taker likes; redacted when there is a
   * key.
   *
   * @param progress is told how far the reading got
   */
  Inputs(Optional<String> redactionKey, Progress progress, Consumer<Supplier<Outcome>> documents) {
    this.redactionKey = redactionKey;
    this.progress = progress;
    this.documents = documents;
  }

  Inputs(Consumer<Report> reports, Consumer<Problem> problems) {
    this(Progress.none(), reports, problems);
  }

  /** Reports in order, one at a time, and what is wrong with the others. */
  Inputs(Progress progress, Consumer<Report> reports, Consumer<Problem> problems) {
    this(
        Optional.empty(),
        progress,
        document -> {
          Outcome outcome = document.get();
          if (outcome instanceof Outcome.Read read) {
            reports.accept(read.report());
          } else if (outcome instanceof Outcome.Refused refused) {
            progress.aside(() -> refused.problems().forEach(problems));
          }
          progress.done();
        });
  }

  /**
   * Reads what the names stand for.
   *
   * @throws WrongUsageException when standard input is asked for and a person sits there
   */
  void read(List<String> names) {
    read(
        names,
        progress,
        (name, stream) -> Reports.readLater(name, stream, redactionKey, documents),
        problem -> documents.accept(() -> new Outcome.Refused(List.of(problem))));
  }

  /** Takes what a name stands for. */
  interface Reader {
    void read(String name, InputStream stream) throws IOException;
  }

  /**
   * Opens what the names stand for, one after the other.
   *
   * @param problems gets what is wrong with a name; the others go on
   * @throws WrongUsageException when standard input is asked for and a person sits there
   */
  static void read(
      List<String> names, Progress progress, Reader reader, Consumer<Problem> problems) {
    if (names.contains(STANDARD_INPUT) && Terminal.input()) {
      throw new WrongUsageException(
          "standard input is a terminal: name a report, or pipe one into the command");
    }
    Map<String, List<Path>> files = new LinkedHashMap<>();
    for (String name : names) {
      if (name.equals(STANDARD_INPUT)) {
        progress.unknownTotal();
      } else {
        List<Path> found = InputFiles.of(name, problems);
        found.forEach(file -> progress.expect(file.toFile().length()));
        files.put(name, found);
      }
    }
    for (String name : names) {
      if (name.equals(STANDARD_INPUT)) {
        read("standard input", () -> System.in, progress, reader, problems);
      } else {
        for (Path file : files.get(name)) {
          read(file.toString(), () -> Files.newInputStream(file), progress, reader, problems);
        }
      }
    }
  }

  private interface Opening {
    InputStream open() throws IOException;
  }

  private static void read(
      String name, Opening opening, Progress progress, Reader reader, Consumer<Problem> problems) {
    try (InputStream stream = counted(opening.open(), progress)) {
      reader.read(Visible.of(name), stream);
    } catch (IOException e) {
      problems.accept(InputFiles.unreadable(name, e));
    } catch (java.io.UncheckedIOException e) {
      problems.accept(InputFiles.unreadable(name, e.getCause()));
    }
  }

  private static InputStream counted(InputStream stream, Progress progress) {
    return new FilterInputStream(stream) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        progress.advance(Math.max(read, 0));
        return read;
      }
    };
  }
}
