package clbdoctor.fuzz;

import clbdoctor.collect.OutputReader;
import clbdoctor.collect.output.CommandOutput;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.derived.Derivation;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.Firewall;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.Host;
import clbdoctor.firewall.HostFirewall;
import clbdoctor.firewall.Protocol;
import clbdoctor.firewall.iptables.IpsetSave;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.iptables.UfwRules;
import clbdoctor.firewall.iptables.UfwStatus;
import clbdoctor.firewall.model.Ipset;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.nftables.FirewalldZones;
import clbdoctor.firewall.nftables.NftJson;
import clbdoctor.firewall.nftables.NftListing;
import clbdoctor.firewall.windows.WindowsFirewall;
import clbdoctor.yaml.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a fuzzer calls with each input. None may throw or hang, and a text that was cut must never
 * pass for a whole one; where it is cut follows from the text itself.
 */
final class Targets {
  private static final Check CHECK =
      Check.of(IpNetwork.parse("100.64.0.0/10"), IpAddress.parse("10.0.0.10"), Protocol.TCP, 80);

  private Targets() {}

  /** The output of iptables-save. */
  static final class Iptables {
    private Iptables() {}

    public static void fuzzerTestOneInput(byte[] input) {
      String text = text(input);
      Ruleset whole = IptablesSave.parse(text, Tool.IPTABLES);
      judge(text, whole, List.of());
      String cut = cut(text);
      if (whole.unread().isEmpty() && Cuts.insideTable(cut)) {
        refuse(IptablesSave.parse(cut, Tool.IPTABLES), cut);
      }
    }
  }

  /** The output of {@code nft list ruleset}. */
  static final class Nft {
    private Nft() {}

    public static void fuzzerTestOneInput(byte[] input) {
      String text = text(input);
      Ruleset whole = NftListing.parse(text);
      judge(text, whole, List.of());
      String cut = cut(text);
      if (whole.unread().isEmpty() && Cuts.insideBraces(cut)) {
        refuse(NftListing.parse(cut), cut);
      }
    }
  }

  /** The output of {@code nft -j list ruleset}. */
  static final class Json {
    private Json() {}

    public static void fuzzerTestOneInput(byte[] input) {
      String text = text(input).strip();
      Optional<Map<String, Object>> whole = clbdoctor.collect.output.Json.object(text);
      whole.ifPresent(tree -> judge(text, NftListing.parse(NftJson.listing(tree)), List.of()));
      String cut = cut(text);
      if (whole.isPresent()
          && !cut.equals(text)
          && clbdoctor.collect.output.Json.object(cut).isPresent()) {
        throw new AssertionError("a cut text passes for a whole one: " + cut);
      }
    }
  }

  /** The output of {@code ipset save}. */
  static final class Ipsets {
    private Ipsets() {}

    public static void fuzzerTestOneInput(byte[] input) {
      String text = text(input);
      IpsetSave.Result whole = IpsetSave.parse(text);
      for (Ipset set : whole.sets()) {
        judge(
            text,
            IptablesSave.parse(
                """
                *filter
                :INPUT ACCEPT [0:0]
                -A INPUT -m set --match-set "%s" src,dst -j DROP
                COMMIT
                """
                    .formatted(set.name().replace("\\", "\\\\").replace("\"", "\\\"")),
                Tool.IPTABLES),
            whole.sets());
      }
      String cut = cut(text);
      if (whole.unread().isEmpty()
          && Cuts.insideLine(cut)
          && IpsetSave.parse(cut).unread().isEmpty()) {
        throw new AssertionError("a cut text passes for a whole one: " + cut);
      }
    }
  }

  /** The output of netsh advfirewall. */
  static final class Netsh {
    private Netsh() {}

    public static void fuzzerTestOneInput(byte[] input) {
      String text = text(input);
      Kind whole = WindowsFirewall.judge(text, "Public", false, CHECK).kind();
      String cut = cut(text);
      boolean ended = cut.strip().endsWith("Ok.");
      if (whole != Kind.UNDECIDABLE
          && !ended
          && WindowsFirewall.judge(cut, "Public", false, CHECK).kind() != Kind.UNDECIDABLE) {
        throw new AssertionError("a cut text passes for a whole one: " + cut);
      }
    }
  }

  /** What ufw and firewalld show, and the files of ufw. */
  static final class Managers {
    private Managers() {}

    public static void fuzzerTestOneInput(byte[] input) {
      String text = text(input);
      String cut = cut(text);
      judge(text, FirewalldZones.parse(text), List.of());
      for (boolean ipv6 : new boolean[] {false, true}) {
        UfwStatus.parse(text, ipv6).ifPresent(ruleset -> judge(text, ruleset, List.of()));
        Optional<Ruleset> files = UfwRules.parse(text, ipv6);
        files.ifPresent(ruleset -> judge(text, ruleset, List.of()));
        if (files.isPresent() && files.get().unread().isEmpty() && Cuts.insideTable(cut)) {
          UfwRules.parse(cut, ipv6).ifPresent(ruleset -> refuse(ruleset, cut));
        }
      }
    }
  }

  /** What commands printed; a first line behind {@code $} is the command. */
  static final class Outputs {
    private Outputs() {}

    public static void fuzzerTestOneInput(byte[] input) {
      String text = text(input);
      ReadOutput read = OutputReader.read(CommandOutput.of(text), ReadingContext.UNKNOWN);
      read.unread().stream()
          .filter(unread -> unread.reason().startsWith(OutputReader.MISTAKE))
          .forEach(
              unread -> {
                throw new AssertionError(unread.reason());
              });
      int lines = text.split("\r\n|\n|\r", -1).length;
      read.facts().stream()
          .filter(fact -> fact.line() < 1 || fact.line() > lines)
          .forEach(
              fact -> {
                throw new AssertionError(fact + " stands on no line");
              });
    }
  }

  /** A file of reports. */
  static final class FactYaml {
    private FactYaml() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
      for (Reports.Outcome outcome : Reports.readAll("fuzz", new ByteArrayInputStream(input))) {
        if (outcome instanceof Reports.Outcome.Read read) {
          Derivation.complete(read.report().facts());
        }
      }
    }
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  private static String cut(String text) {
    return text.substring(0, Math.floorMod(text.hashCode(), text.length() + 1));
  }

  /** Judging takes a hundred times as long as reading, so only some of the inputs get that far. */
  private static void judge(String text, Ruleset ruleset, List<Ipset> sets) {
    if (text.hashCode() % 256 != 0) {
      return;
    }
    Firewall.judge(new HostFirewall(List.of(ruleset), sets, Host.UNKNOWN), CHECK);
  }

  private static void refuse(Ruleset ruleset, String cut) {
    if (ruleset.unread().isEmpty()) {
      throw new AssertionError("a cut text passes for a whole one: " + cut);
    }
  }
}
