package clbdoctor.firewall.model;

/** What a rule can decide on a packet: its verdict, or where it goes on. */
public sealed interface Decision {

  /** Ends this base chain; the next base chain still judges the packet. */
  record Accept() implements Decision {}

  record Drop() implements Decision {}

  record Reject(Refusal refusal) implements Decision {}

  record Jump(String chain) implements Decision {}

  record Goto(String chain) implements Decision {}

  record Return() implements Decision {}

  /** On to the next rule. */
  record Continue() implements Decision {}

  /** The packet leaves netfilter for something that the ruleset does not show. */
  record HandOver(String construct) implements Decision {}
}
