package clbdoctor.firewall;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.iptables.IpsetSave;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.model.Ipset;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.nftables.NftListing;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One case that src/test/python/oracle.py wrote. */
record KernelCase(String name, List<Listing> listings, List<Sent> packets) {

  /** What a tool showed. */
  record Listing(String tool, String text) {}

  /** A packet and what came of it. */
  record Sent(Check check, String seen, String line) {}

  private static final List<Host.Local> ADDRESSES =
      List.of(
          local("eth0", "10.0.0.10", 24),
          local("eth1", "10.0.1.10", 24),
          local("c0", "172.17.0.1", 24),
          local("eth0", "fd00::10", 64),
          local("eth1", "fd00:1::10", 64),
          local("c0", "fd00:17::1", 64));

  static final Host HOST =
      new Host(
          ADDRESSES,
          List.of(
              new Host.Route(IpNetwork.parse("0.0.0.0/0"), "eth0"),
              new Host.Route(IpNetwork.parse("::/0"), "eth0")));

  private static Host.Local local(String name, String address, int prefix) {
    return new Host.Local(name, IpAddress.parse(address), prefix);
  }

  HostFirewall firewall() {
    List<Ruleset> rulesets = new ArrayList<>();
    List<Ipset> ipsets = new ArrayList<>();
    for (Listing listing : listings) {
      if (listing.tool().equals("ipset")) {
        IpsetSave.Result result = IpsetSave.parse(listing.text());
        if (!result.unread().isEmpty()) {
          throw new IllegalStateException(result.unread().toString());
        }
        ipsets.addAll(result.sets());
      } else {
        rulesets.add(parse(listing));
      }
    }
    return new HostFirewall(rulesets, ipsets, HOST);
  }

  static Ruleset parse(Listing listing) {
    return switch (listing.tool()) {
      case "nft" -> NftListing.parse(listing.text());
      case "iptables" -> IptablesSave.parse(listing.text(), Tool.IPTABLES);
      case "ip6tables" -> IptablesSave.parse(listing.text(), Tool.IP6TABLES);
      case "iptables-legacy" -> IptablesSave.parse(listing.text(), Tool.IPTABLES_LEGACY);
      case "ip6tables-legacy" -> IptablesSave.parse(listing.text(), Tool.IP6TABLES_LEGACY);
      default -> throw new IllegalArgumentException(listing.tool());
    };
  }

  static Optional<KernelCase> read(BufferedReader lines) throws IOException {
    String head = lines.readLine();
    if (head == null) {
      return Optional.empty();
    }
    Map<String, StringBuilder> listings = new LinkedHashMap<>();
    List<Sent> packets = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    while (true) {
      lines.mark(1 << 16);
      String line = lines.readLine();
      if (line == null || line.startsWith("%%case ")) {
        lines.reset();
        break;
      }
      if (line.startsWith("%%ruleset ")) {
        open = listings.computeIfAbsent(line.substring(10), tool -> new StringBuilder());
      } else if (line.startsWith("%%packet ")) {
        packets.add(packet(line));
      } else {
        open.append(line).append('\n');
      }
    }
    List<Listing> texts = new ArrayList<>();
    listings.forEach((tool, text) -> texts.add(new Listing(tool, text.toString())));
    return Optional.of(new KernelCase(head.substring(7), texts, packets));
  }

  static Sent packet(String line) {
    String[] words = line.split(" ");
    Protocol protocol =
        switch (words[1]) {
          case "tcp" -> Protocol.TCP;
          case "udp" -> Protocol.UDP;
          default -> Protocol.ICMP_ECHO;
        };
    int sport = Integer.parseInt(words[4]);
    Check check =
        new Check(
            IpNetwork.parse(words[2]),
            IpAddress.parse(words[3]),
            protocol,
            Integer.parseInt(words[5]),
            new Check.PortRange(sport, sport),
            Optional.of(words[6]));
    return new Sent(check, words[7], line);
  }
}
