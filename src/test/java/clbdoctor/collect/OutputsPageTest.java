package clbdoctor.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.fact.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of the outputs that are understood is what the samples show; {@code
 * -Doutputs.write=true} writes it anew.
 */
class OutputsPageTest {
  private static final Path PAGE = Path.of("src/docs/outputs.md");
  private static final String CAPTURED = "captured";

  @Test
  void thePageIsWhatTheSamplesShow() throws IOException {
    String page = page(Sample.all());
    if (Boolean.getBoolean("outputs.write")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(
        page, Files.readString(PAGE), "mvn test -Dtest=OutputsPageTest -Doutputs.write=true");
  }

  private static String page(List<Sample> samples) {
    long captured = samples.stream().filter(OutputsPageTest::captured).count();
    return """
        # Outputs that are understood

        Paste them under `outputs:` of a report. Each row is made from the samples that a test reads; the commands are those of the samples,
        and stand for their forms with other options, addresses and units. *Gives* are the sections of a report that an output fills.
        *Captured* samples were printed by the real tool, the others written after its documentation.

        | tool | as printed by | gives | captured | written |
        |------|---------------|-------|---------:|--------:|
        """
        + OutputReader.tools().stream()
            .map(tool -> row(tool, samples))
            .collect(Collectors.joining())
        + "| all | | | %d | %d |\n".formatted(captured, samples.size() - captured)
        + "\n## Where the samples come from\n\n"
        + sources(samples);
  }

  private static String row(String tool, List<Sample> samples) {
    List<Sample> own =
        samples.stream().filter(s -> s.read().recognizedAs().contains(tool)).toList();
    long captured = own.stream().filter(OutputsPageTest::captured).count();
    String commands =
        distinct(own.stream().flatMap(sample -> Stream.ofNullable(sample.head().get("command"))))
            .stream()
            .map(command -> "`" + command.replace("|", "\\|") + "`")
            .collect(Collectors.joining(", "));
    String gives =
        String.join(
            ", ",
            distinct(
                own.stream()
                    .filter(sample -> Set.copyOf(sample.read().recognizedAs()).size() == 1)
                    .flatMap(OutputsPageTest::sections)));
    return "| %s | %s | %s | %d | %d |\n"
        .formatted(tool, commands, gives, captured, own.size() - captured);
  }

  private static Stream<String> sections(Sample sample) {
    return sample.read().observed().stream()
        .flatMap(fact -> Subject.ofType(fact.getClass()).stream())
        .map(Subject::key);
  }

  private static String sources(List<Sample> samples) {
    Map<String, Long> counts =
        samples.stream()
            .collect(
                Collectors.groupingBy(
                    sample -> sample.head().get("source"), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> "- " + entry.getKey() + ": " + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static boolean captured(Sample sample) {
    return sample.head().get("source").contains(CAPTURED)
        && !sample.head().get("source").startsWith("written");
  }

  private static Set<String> distinct(Stream<String> words) {
    return words.collect(Collectors.toCollection(TreeSet::new));
  }
}
