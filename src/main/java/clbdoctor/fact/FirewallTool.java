package clbdoctor.fact;

/** What administers a packet filter of the real server. */
public enum FirewallTool {
  /** iptables, ip6tables. */
  IPTABLES,

  /** nft. */
  NFTABLES,

  /** firewall-cmd. */
  FIREWALLD,

  /** ufw. */
  UFW,

  /** Windows Defender Firewall. */
  WINDOWS_FIREWALL
}
