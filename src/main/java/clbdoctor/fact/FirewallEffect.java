package clbdoctor.fact;

/** What a packet filter does with the packets of the health check. */
public enum FirewallEffect {
  /** Lets them pass. */
  ALLOWS,

  /** Discards them without a word: the check times out. */
  DROPS,

  /** Answers with RST or an ICMP error: the check fails at once. */
  REJECTS
}
