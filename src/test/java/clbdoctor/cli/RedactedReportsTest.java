package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clbdoctor.yaml.FactDocument;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.Reports;
import clbdoctor.yaml.Reports.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other addresses and names, the same causes. */
class RedactedReportsTest {
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());

  static List<Report> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theCausesStay(Report sample) throws IOException {
    assertEquals(
        RuleTests.named(DOCTOR.diagnose(sample)),
        RuleTests.named(DOCTOR.diagnose(redacted(sample.file()))));
  }

  @Test
  void nothingOfTheServersAddressIsLeft() throws IOException {
    String file =
        """
        schema: 1
        report: shop
        backEnd: { privateAddress: 10.20.30.10, port: 80 }
        healthCheck: { method: HTTP, domain: www.shop.com, sources: [100.64.0.0/10] }
        outputs:
          - command: ss -ltn
            text: |
              State   Recv-Q  Send-Q  Local Address:Port  Peer Address:Port
              LISTEN  0       511     10.20.30.10:80      0.0.0.0:*
        """;
    InputStream stream = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    String text = FactDocument.read("report", stream).redacted("key").text();
    assertFalse(text.contains("10.20.30."), text);
    assertFalse(text.contains("shop.com"), text);
  }

  private static Report redacted(String file) throws IOException {
    List<Report> reports = new ArrayList<>();
    try (InputStream stream = Files.newInputStream(Path.of(file))) {
      Reports.read(file, stream, Optional.of("key"), o -> reports.add(((Outcome.Read) o).report()));
    }
    return reports.get(0);
  }
}
