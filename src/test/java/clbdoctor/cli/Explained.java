package clbdoctor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A class of combinations for which the rules name no cause, or two, and why that is right. A line
 * of {@code decision-space.txt}: plane; finding; axis=value|value, axis=value; reason.
 */
record Explained(
    int line, String plane, String finding, Map<String, Set<String>> values, String reason) {

  static List<Explained> of(Plane plane) {
    return all().stream().filter(explained -> explained.plane().equals(plane.name())).toList();
  }

  /** Axes that are not named may have any value. */
  boolean covers(String found, Map<String, String> combination) {
    return finding.equals(found)
        && values.entrySet().stream()
            .allMatch(axis -> axis.getValue().contains(combination.get(axis.getKey())));
  }

  static List<Explained> all() {
    try (InputStream text = Explained.class.getResourceAsStream("decision-space.txt")) {
      List<String> lines = new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return IntStream.range(0, lines.size())
          .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
          .mapToObj(i -> parse(i + 1, lines.get(i)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Explained parse(int number, String line) {
    String[] parts = line.split("; ", 4);
    Map<String, Set<String>> values = new TreeMap<>();
    for (String axis : parts[2].split(", ")) {
      String[] nameAndValues = axis.split("=", 2);
      values.put(nameAndValues[0], Set.copyOf(Arrays.asList(nameAndValues[1].split("\\|"))));
    }
    return new Explained(number, parts[0], parts[1], values, parts[3]);
  }
}
