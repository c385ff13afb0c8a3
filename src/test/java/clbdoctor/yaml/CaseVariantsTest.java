package clbdoctor.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.Certainty;
import clbdoctor.fact.Load;
import clbdoctor.fact.Probe;
import clbdoctor.fact.Surveyed;
import clbdoctor.text.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases told by what differs from another. */
class CaseVariantsTest {
  private static final String CAUSE =
      """
      title: The processors are busy
      meaning: They are.
      cases:
        - name: busy and late
          given:
            load: { cpuBusyPercent: 97, cores: 4 }
            probes: [ { from: PEER, method: CONNECT, outcome: TIMED_OUT } ]
          expect: { busy: LIKELY }
          but:
      """;

  @TempDir private Path folder;

  @Test
  void withAddsEntriesAndSetsValues() throws IOException {
    RuleCase one =
        variant(
            "name: from here too, with: { load: { cpuBusyPercent: 60 },"
                + " probes: [ { from: SERVER_TO_PRIVATE, method: CONNECT, outcome: CONNECTED } ] },"
                + " expect: {}");
    assertEquals("busy and late, but from here too", one.name());
    assertEquals(
        List.of(
            "a CONNECT probe from a peer in the subnet: timed out",
            "a CONNECT probe from the server to its private address: connected"),
        sentences(one));
    Load load = one.given().of(Load.class).findFirst().orElseThrow();
    assertEquals(Optional.of(60), load.cpuBusyPercent());
    assertEquals(Optional.of(4), load.cores());
    assertEquals(Map.of(), one.expect());
  }

  @Test
  void insteadReplacesSectionsAndNothingElseChanges() throws IOException {
    RuleCase one = variant("name: nobody tried it, instead: { probes: [] }");
    assertEquals(List.of(), sentences(one));
    assertEquals(Map.of("busy", Certainty.LIKELY), one.expect());
    assertTrue(one.given().of(Surveyed.class).anyMatch(s -> s.subject().key().equals("probes")));
  }

  @Test
  void ofWhatIsUnknownNothingIsLeft() throws IOException {
    RuleCase one = variant("name: nobody looked at the probes, unknown: [ probes ]");
    assertTrue(one.given().of(Surveyed.class).noneMatch(s -> s.subject().key().equals("probes")));
  }

  @Test
  void aSectionThatTheCaseDoesNotHaveIsNamed() throws IOException {
    assertEquals(
        List.of(
            "rules/8-load/busy.yaml:6:7: \"but nobody looked\": the case has no section"
                + " \"sockets\"; what comes in addition stands under \"with\" [CLB403]"),
        read("name: nobody looked, unknown: [ sockets ]").problems().stream()
            .map(Object::toString)
            .toList());
  }

  private RuleCase variant(String text) throws IOException {
    RuleTexts texts = read(text);
    assertEquals(List.of(), texts.problems());
    assertEquals(2, texts.cases().size());
    return texts.cases().get(1);
  }

  private RuleTexts read(String variant) throws IOException {
    Path layer = Files.createDirectories(folder.resolve("rules/8-load"));
    Files.writeString(layer.resolve("busy.yaml"), CAUSE + "      - { " + variant + " }\n");
    return RuleTexts.readable(Folder.of(List.of(folder.resolve("rules"))), ReadFiles.none());
  }

  private static List<String> sentences(RuleCase one) {
    return one.given().of(Probe.class).map(Probe::sentence).toList();
  }
}
