package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import clbdoctor.collect.output.Json;
import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.nftables.NftJson;
import clbdoctor.firewall.nftables.NftListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text and the JSON that nft shows of the same ruleset are read alike. */
class NftJsonTest {
  private static final Path CAPTURED =
      Path.of(System.getProperty("nft.listings", "src/test/resources/clbdoctor/firewall/json"));

  static List<Path> captured() throws IOException {
    try (Stream<Path> files = Files.list(CAPTURED)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("captured")
  void textAndJsonAreOneModel(Path json) throws IOException {
    String text = Files.readString(Path.of(json.toString().replace(".json", ".nft")));
    assertEquals(shape(NftListing.parse(text)), shape(fromJson(Files.readString(json))));
  }

  @Test
  void whatIsNoRulesetIsUnread() {
    assertNotEquals(List.of(), fromJson("{}").unread());
    assertNotEquals(List.of(), fromJson("{\"nftables\": [7]}").unread());
    assertNotEquals(List.of(), fromJson("{\"nftables\": [{\"chain\": {}}]}").unread());
    assertNotEquals(
        List.of(),
        fromJson(
                "{\"nftables\": [{\"table\": {\"family\": \"ip\", \"name\": \"t\", \"flags\": \"x\"}}]}")
            .unread());
  }

  /** nft 1.0.6 writes the same for a chain on any device. */
  @Test
  void aChainWhoseDeviceIsHiddenIsUnread() {
    Ruleset ruleset =
        fromJson(
            """
            {"nftables": [{"table": {"family": "netdev", "name": "n", "handle": 6}},
            {"chain": {"family": "netdev", "table": "n", "name": "i", "handle": 1,
             "type": "filter", "hook": "ingress", "prio": 0, "policy": "accept"}}]}
            """);
    assertNotEquals(List.of(), ruleset.unread());
  }

  private static Ruleset fromJson(String json) {
    return NftListing.parse(NftJson.listing(Json.object(json).orElseThrow()));
  }

  /** Everything but the rules' own text and what it was that could not be read. */
  private static String shape(Ruleset ruleset) {
    StringBuilder shape = new StringBuilder();
    ruleset
        .tables()
        .forEach(
            table -> {
              shape.append(table.family()).append(' ').append(table.name());
              shape.append(table.translated() ? " translated\n" : "\n");
              Map<String, Chain> chains = new TreeMap<>(table.chains());
              chains.values().forEach(chain -> add(chain, shape));
            });
    return shape.append(ruleset.unread().isEmpty() ? "whole" : "unread").toString();
  }

  private static void add(Chain chain, StringBuilder shape) {
    shape.append(" chain ").append(chain.name());
    chain
        .base()
        .ifPresent(
            base ->
                shape
                    .append(' ')
                    .append(base.type())
                    .append(' ')
                    .append(base.hook())
                    .append(' ')
                    .append(base.priority())
                    .append(base.accepts())
                    .append(base.devices()));
    shape.append('\n');
    chain
        .rules()
        .forEach(
            rule -> {
              for (Statement statement : rule.statements()) {
                if (!(statement instanceof Statement.Inert)) {
                  String text = statement.toString();
                  shape.append("  ").append(text.contains("Obscure[") ? "obscure" : text);
                  shape.append('\n');
                }
              }
              shape.append("  --\n");
            });
  }
}
