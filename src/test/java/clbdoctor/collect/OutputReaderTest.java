package clbdoctor.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputReaderTest {

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void reads(Sample sample) {
    assertEquals(
        String.join("\n", sample.expected()), String.join("\n", FactText.of(sample.read())));
  }

  @Test
  void toolsAreInAlphabeticalOrder() {
    assertEquals(
        OutputReader.tools().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(),
        OutputReader.tools());
  }

  @Test
  void everyToolHasASample() {
    Set<String> read =
        Sample.all().stream()
            .flatMap(sample -> sample.read().recognizedAs().stream())
            .collect(Collectors.toSet());
    List<String> without =
        OutputReader.tools().stream().filter(tool -> !read.contains(tool)).toList();
    assertTrue(without.isEmpty(), () -> "no sample of " + without);
  }
}
