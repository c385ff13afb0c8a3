package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long {@code collect} takes: no longer than the longest limit of a probe or command and half a
 * second. What the start of the program takes is measured apart, by {@code --dry-run}, which does
 * all but to look. The shortest of five runs counts, as others may be busy on the machine. {@code
 * -Dlab.write=true} writes the figures anew.
 */
@Tag("lab")
class LabTimeTest {
  private static final Path FIGURES = Lab.FOLDER.resolve("time.md");
  private static final int RUNS = 5;
  private static final long GRACE_MILLIS = 500;

  /** A program that takes connections and never answers. */
  private static final String SILENT =
      """
      python app 80 "
      import socket, time
      s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(('', 80)); s.listen(50)
      c = []
      while True: c.append(s.accept())"
      """;

  /** A vmstat that never ends, and whose child never does either. */
  private static final String STUCK =
      """
      mkdir /mnt/stuck; printf '#!/bin/sh\\nsleep 600\\n' > /mnt/stuck/vmstat; chmod +x /mnt/stuck/vmstat
      """;

  private record Situation(String name, String server, String options, long limitMillis) {}

  private record Figure(Situation situation, long startMillis, long allMillis) {
    long lookedMillis() {
      return allMillis - startMillis;
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %.1f | %.2f | %.2f |%n",
          situation.name,
          situation.limitMillis / 1000.0,
          startMillis / 1000.0,
          lookedMillis() / 1000.0);
    }
  }

  private static final List<Situation> SITUATIONS =
      List.of(
          new Situation("nginx answers", "site 'listen 80;'", "--method HTTP --timeout 2", 4000),
          new Situation(
              "the service takes the connection and is silent",
              SILENT,
              "--method HTTP --timeout 2",
              4000),
          new Situation(
              "a command never ends",
              "site 'listen 80;';" + STUCK,
              "--method TCP --timeout 2",
              4000));

  @Test
  void collectTakesNoLongerThanTheLongestLimit() throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (Situation situation : SITUATIONS) {
      try (Lab lab = Lab.open(ProcessHandle.current().pid() + "-time")) {
        lab.run(situation.server);
        figures.add(measured(lab, situation));
      }
    }
    String page = page(figures);
    System.out.println(page);
    if (Boolean.getBoolean("lab.write")) {
      Files.writeString(FIGURES, page);
    }
    assertEquals(situations(Files.readString(FIGURES)), situations(page));
    List<String> late =
        figures.stream()
            .filter(f -> f.lookedMillis() > f.situation.limitMillis + GRACE_MILLIS)
            .map(Figure::row)
            .toList();
    assertTrue(late.isEmpty(), () -> String.join("", late));
  }

  private static Figure measured(Lab lab, Situation situation) {
    String collect =
        "PATH=/mnt/stuck:$PATH "
            + LabRun.PROGRAM
            + " collect --address 10.0.0.10 --port 80 "
            + situation.options;
    long start = shortest(() -> lab.run(collect + " --dry-run"));
    long all = shortest(() -> lab.run(collect + " --output /mnt/facts.yaml"));
    return new Figure(situation, start, all);
  }

  private static long shortest(Runnable work) {
    return LongStream.range(0, RUNS)
        .map(
            i -> {
              long began = System.nanoTime();
              work.run();
              return (System.nanoTime() - began) / 1_000_000;
            })
        .min()
        .orElseThrow();
  }

  private static String page(List<Figure> figures) {
    return """
        # How long a look takes

        Written by the lab (`mvn -Plab verify -Dlab.write=true`), seconds, the shortest of five runs on two processors. *Limit* is the
        longest limit of a probe or a command: 4 s, or twice the timeout of the check. *Start* is `collect --dry-run`, which does all but to
        look; *looking* is what `collect` takes beyond that, and never more than the limit and half a second.

        | situation | limit | start | looking |
        |-----------|------:|------:|--------:|
        """
        + figures.stream().map(Figure::row).collect(Collectors.joining());
  }

  private static String situations(String page) {
    return page.replaceAll("(?m)^(\\| [^|]* \\| [0-9.]+ \\|).*$", "$1");
  }
}
