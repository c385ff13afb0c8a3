package clbdoctor.collect;

import static org.junit.jupiter.api.Assertions.assertFalse;

import clbdoctor.collect.output.CommandOutput;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Vantage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file with what a tool printed and what must be read from it. The head says where the text is
 * from ({@code source}) and what is known ({@code command, from, privateAddress, checkedPort,
 * checkSources, intervalSeconds, os, method}); {@code === output} and {@code === facts} part it.
 */
record Sample(Path file, Map<String, String> head, String text, List<String> expected) {

  private static final Path ROOT = Path.of("src/test/resources/clbdoctor/collect");

  static List<Sample> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(f -> f.toString().endsWith(".sample")).sorted().map(Sample::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sample of(Path file) {
    try {
      String[] parts = Files.readString(file).split("(?m)^=== (?:output|facts)\n", -1);
      Map<String, String> head =
          parts[0]
              .lines()
              .map(line -> line.split(": ?", 2))
              .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
      return new Sample(file, head, parts[1], parts[2].lines().sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ReadOutput read() {
    return read(text);
  }

  /** What is read from another text in the same situation; no parser may fail on it. */
  ReadOutput read(String other) {
    Optional<Vantage> from = value("from").map(Vantage::valueOf);
    ReadOutput read =
        OutputReader.read(new CommandOutput(value("command"), other, from), context());
    read.unread().forEach(u -> assertFalse(u.reason().startsWith(OutputReader.MISTAKE), u::reason));
    return read;
  }

  /** The tool, by the directory. */
  String tool() {
    return file.getParent().getFileName().toString();
  }

  private ReadingContext context() {
    return new ReadingContext(
        value("privateAddress").map(IpAddress::parse),
        value("checkedPort").map(Integer::valueOf),
        value("checkSources").stream()
            .flatMap(list -> Arrays.stream(list.split(" ")))
            .map(IpNetwork::parse)
            .toList(),
        value("intervalSeconds").map(Integer::valueOf),
        value("os").map(OperatingSystem::valueOf),
        value("method").map(CheckMethod::valueOf));
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(head.get(key));
  }

  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }
}
