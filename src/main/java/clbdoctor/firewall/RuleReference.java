package clbdoctor.firewall;

import clbdoctor.firewall.model.TableFamily;
import clbdoctor.firewall.model.Tool;
import java.util.OptionalLong;

/**
 * Where a decision stands.
 *
 * @param baseChain the base chain that the packet came through, which may be the same chain
 * @param position the rule's number in the chain from 1; 0 for the chain's policy
 * @param text the rule as the tool writes it, for instance {@code tcp dport 80 drop}
 * @param line its line in the text that was read
 */
public record RuleReference(
    Tool tool,
    TableFamily family,
    String table,
    String baseChain,
    String chain,
    int position,
    String text,
    int line,
    OptionalLong handle) {

  public boolean policy() {
    return position == 0;
  }

  /** {@code iptables ip filter INPUT rule 5}. */
  public String place() {
    String start = tool.command() + " " + family.name().toLowerCase(java.util.Locale.ROOT);
    String where = policy() ? "policy" : "rule " + position;
    return start + " " + table + " " + chain + " " + where;
  }

  @Override
  public String toString() {
    return place() + ": " + text;
  }
}
