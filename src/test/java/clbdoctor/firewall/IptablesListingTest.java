package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import clbdoctor.firewall.iptables.IptablesListing;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code iptables -L -n -v} and {@code iptables -S} of the same table, captured from 1.8.9. */
class IptablesListingTest {
  private static final Path CAPTURED = Path.of("src/test/resources/clbdoctor/firewall/listing");

  @Test
  void bothListingsAreReadAlike() throws IOException {
    String listing = IptablesListing.asRules(Files.readString(CAPTURED.resolve("filter.list")));
    String rules = Files.readString(CAPTURED.resolve("filter.rules"));
    assertEquals(statements(read(rules)), statements(read(listing)));
  }

  /** A chain names how many rules jump to it. */
  @Test
  void aRuleThatIsMissingIsNoticed() throws IOException {
    String listing = Files.readString(CAPTURED.resolve("filter.list"));
    String without = listing.replaceAll("(?m)^5 .*\n", "");
    assertNotEquals(List.of(), read(IptablesListing.asRules(without)).unread());
  }

  private static Ruleset read(String rules) {
    return IptablesSave.parseListing(rules, Tool.IPTABLES, "filter", false);
  }

  private static Map<String, List<List<Statement>>> statements(Ruleset ruleset) {
    assertEquals(List.of(), ruleset.unread());
    Map<String, List<List<Statement>>> chains = new TreeMap<>();
    ruleset
        .tables()
        .get(0)
        .chains()
        .forEach(
            (name, chain) ->
                chains.put(name, chain.rules().stream().map(Rule::statements).toList()));
    return chains;
  }
}
