package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Probe;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.FactDocument;
import clbdoctor.yaml.MergedReport;
import clbdoctor.yaml.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files of several places about one back-end port are one report. */
class MergedReportTest {
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());
  private static final Report SERVER =
      report(
          "server.yaml",
          """
          schema: 1
          report: web-1
          backEnd: { privateAddress: 10.0.0.10, port: 80 }
          healthCheck: { method: TCP, sources: [100.64.0.0/10] }
          sockets:
            - { protocol: TCP, address: 127.0.0.1, port: 80, process: nginx }
          containers: []
          probes:
            - { from: SERVER_TO_LOOPBACK, method: CONNECT, outcome: CONNECTED }
          """);
  private static final Report PEER =
      report(
          "peer.yaml",
          """
          schema: 1
          backEnd: { privateAddress: 10.0.0.10, port: 80 }
          healthCheck: { method: TCP, timeoutSeconds: 2 }
          probes:
            - { from: PEER, method: CONNECT, outcome: REFUSED }
          """);

  @Test
  void listsAreJoinedAndSectionsFilledUp() {
    Report merged = MergedReport.of(List.of(SERVER, PEER));
    HealthCheck check = merged.facts().of(HealthCheck.class).findFirst().orElseThrow();
    assertEquals("web-1", merged.name());
    assertEquals(2, merged.facts().of(Probe.class).count());
    assertEquals(Optional.of(2), check.timeoutSeconds());
    assertEquals("[100.64.0.0/10]", check.sources().toString());
  }

  @Test
  void theOrderOfTheFilesDoesNotMatter() {
    assertEquals(
        RuleTests.named(DOCTOR.diagnose(MergedReport.of(List.of(SERVER, PEER)))),
        RuleTests.named(DOCTOR.diagnose(MergedReport.of(List.of(PEER, SERVER)))));
  }

  @Test
  void oneFileStaysWhatItIs() {
    Map<?, ?> alone = RuleTests.named(DOCTOR.diagnose(SERVER));
    assertEquals(alone, RuleTests.named(DOCTOR.diagnose(MergedReport.of(List.of(SERVER)))));
  }

  @Test
  void twoValuesContradictEachOther() {
    Report other =
        report("other.yaml", "schema: 1\nbackEnd: { privateAddress: 10.0.0.10, port: 8080 }\n");
    ProblemsException contradiction =
        assertThrows(ProblemsException.class, () -> MergedReport.of(List.of(SERVER, other)));
    assertEquals(
        "other.yaml:2:10: backEnd says port: 8080, but server.yaml:3:10 says port: 80; merge only"
            + " reports on one back-end port, and leave the wrong value out",
        contradiction.getMessage());
  }

  private static Report report(String file, String text) {
    return FactDocument.report(file, text);
  }
}
