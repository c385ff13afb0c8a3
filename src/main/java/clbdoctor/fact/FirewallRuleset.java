package clbdoctor.fact;

import java.util.Optional;

/** The rules of a packet filter of the server, as its tool lists them. */
public record FirewallRuleset(
    @About(value = "IPTABLES, NFTABLES, FIREWALLD, UFW or WINDOWS_FIREWALL", example = "IPTABLES")
        FirewallTool tool,
    @About(value = "the command that listed them", example = "iptables-save") String command,
    @About(value = "what it printed", example = "-P INPUT DROP") String text,
    @About(value = "false when lines may be missing: filtered, cut", example = "true")
        Optional<Boolean> complete)
    implements Observed {
  @Override
  public String sentence() {
    return "rules of " + tool + " were listed by " + command;
  }
}
