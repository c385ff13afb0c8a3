package clbdoctor.fact;

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
        Optional<String> rule)
    implements Observed {

  /** Whether the packet does not get through. */
  public boolean blocks() {
    return effect != FirewallEffect.ALLOWS;
  }

  @Override
  public String sentence() {
    return tool
        + " "
        + effect.name().toLowerCase(java.util.Locale.ROOT)
        + " the check's "
        + packet
        + rule.map(r -> ": " + r).orElse("");
  }
}
