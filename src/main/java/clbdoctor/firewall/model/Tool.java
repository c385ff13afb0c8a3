package clbdoctor.firewall.model;

/** The tool that owns a ruleset, and so the one to change it with. */
public enum Tool {
  IPTABLES("iptables"),
  IPTABLES_LEGACY("iptables-legacy"),
  IP6TABLES("ip6tables"),
  IP6TABLES_LEGACY("ip6tables-legacy"),
  NFTABLES("nft"),
  UFW("ufw"),
  FIREWALLD("firewall-cmd"),
  WINDOWS("netsh");

  private final String command;

  Tool(String command) {
    this.command = command;
  }

  public String command() {
    return command;
  }
}
