package clbdoctor.fact;

import java.util.Locale;
import java.util.Optional;

/** What a packet filter of the real server does with a packet of the health check. */
public record FirewallReading(
    @About(value = "IPTABLES, NFTABLES, FIREWALLD, UFW or WINDOWS_FIREWALL", example = "IPTABLES")
        FirewallTool tool,
    @About(value = "SYN, DATAGRAM or ECHO_REQUEST", example = "SYN") CheckPacket packet,
    @About(value = "ALLOWS, DROPS or REJECTS", example = "ALLOWS") FirewallEffect effect,
    @About(
            value = "the deciding rule, as the tool prints it",
            example = "-A INPUT -p tcp --dport 80 -j ACCEPT")
        Optional<String> rule,
    @About(
            value =
                "INGRESS, PREROUTING, INPUT, FORWARD, OUTPUT or POSTROUTING; with the last two the filter judges the answer to the packet",
            example = "INPUT")
        Optional<FilterHook> hook,
    @About(value = "table the rule stands in", example = "filter") Optional<String> table,
    @About(
            value = "true when it depends on how many packets or connections there are",
            example = "false")
        Optional<Boolean> limited,
    @About(value = "true when it meets only a part of the check source", example = "false")
        Optional<Boolean> partOfSource,
    @About(value = "true when the rule's counter grows while the check runs", example = "true")
        Optional<Boolean> counterGrows,
    @About(
            value = "the addresses of that part of the check source",
            example = "100.64.0.0-100.79.255.255")
        Optional<String> sourcePart)
    implements Observed {

  /** A reading of which only the effect and the rule are known. */
  public FirewallReading(
      FirewallTool tool, CheckPacket packet, FirewallEffect effect, Optional<String> rule) {
    this(
        tool,
        packet,
        effect,
        rule,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the packet does not get through. */
  public boolean blocks() {
    return effect != FirewallEffect.ALLOWS;
  }

  @Override
  public String sentence() {
    return tool
        + " "
        + effect.name().toLowerCase(Locale.ROOT)
        + hook.filter(h -> h.compareTo(FilterHook.OUTPUT) >= 0)
            .map(h -> " the answer to")
            .orElse("")
        + " the check's "
        + packet
        + sourcePart.map(part -> " from " + part).orElse("")
        + (limited.orElse(false) ? ", above a limit" : "")
        + rule.map(r -> ": " + r).orElse("");
  }
}
