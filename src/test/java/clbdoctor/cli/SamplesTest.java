package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.yaml.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped field report names exactly the causes that it expects. */
class SamplesTest {
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());

  static List<Report> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void namesExactlyTheExpectedCauses(Report sample) {
    assertTrue(sample.expect().isPresent(), sample.file() + " does not say what it expects");
    assertEquals(
        new TreeMap<>(sample.expect().get()),
        RuleTests.named(DOCTOR.diagnose(sample)),
        sample.file());
  }

  @Test
  void thereAreSamples() {
    assertTrue(samples().size() >= 1);
  }
}
