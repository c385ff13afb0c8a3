package clbdoctor.firewall.iptables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what {@code iptables -L -n -v} shows of one table as {@code iptables -S} would show it,
 * line by line (iptables(8)):
 *
 * <pre>
 * Chain INPUT (policy DROP 0 packets, 0 bytes)
 *  pkts bytes target     prot opt in     out     source               destination
 *     0     0 ACCEPT     6    --  *      *       100.64.0.0/10        0.0.0.0/0            tcp dpt:80
 * </pre>
 *
 * becomes {@code -P INPUT DROP} and {@code -A INPUT -s 100.64.0.0/10 -p 6 -m tcp --dport 80 -j
 * ACCEPT}. Without {@code -v} the interfaces are hidden, so that every rule may concern another
 * one; what stands behind the addresses and is not known may be any match.
 */
public final class IptablesListing {
  private static final Pattern CHAIN =
      Pattern.compile("Chain (\\S+) \\((?:policy (ACCEPT|DROP).*|([0-9]+) references)\\)");
  private static final String ENDS =
      "(?:(\\S+) +)?(all|[a-z][a-z0-9-]*|[0-9]+) +(?:(--|-f|!f) +)%s(!?[\\w.:/]+) +(!?[\\w.:/]+) *(.*)";
  private static final Pattern VERBOSE =
      Pattern.compile(
          "(?:[0-9]+ +)?[0-9]+[KMGTP]? +[0-9]+[KMGTP]? +" + ENDS.formatted("(!?\\S+) +(!?\\S+) +"));
  private static final Pattern SHORT = Pattern.compile("(?:[0-9]+ +)?" + ENDS.formatted("()()"));

  private final StringBuilder listing = new StringBuilder();
  private final Map<String, Integer> references = new LinkedHashMap<>();
  private final Map<String, Integer> jumps = new LinkedHashMap<>();
  private String chain = "";
  private boolean verbose;

  private IptablesListing() {}

  /** The listing in the form of {@code iptables -S}, with a line for each line of the text. */
  public static String asRules(String text) {
    IptablesListing read = new IptablesListing();
    for (String line : text.split("\n", -1)) {
      read.listing.append(read.line(line.strip())).append('\n');
    }
    read.references.forEach(read::count);
    return read.listing.toString();
  }

  /** A chain that more rules jump to than are shown betrays that some are missing. */
  private void count(String name, int expected) {
    if (jumps.getOrDefault(name, 0) != expected) {
      listing.append("rules that jump to ").append(name).append(" are missing\n");
    }
  }

  private String line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return "";
    }
    if (line.matches("(?:num +)?(?:pkts +bytes +)?target +prot +opt .*")) {
      verbose = line.contains("pkts");
      return "";
    }
    Matcher head = CHAIN.matcher(line);
    if (!head.matches()) {
      return rule(line);
    }
    chain = head.group(1);
    if (head.group(2) != null) {
      return "-P " + chain + " " + head.group(2);
    }
    references.put(chain, Integer.parseInt(head.group(3)));
    return "-N " + chain;
  }

  private String rule(String line) {
    Matcher row = (verbose ? VERBOSE : SHORT).matcher(line);
    if (!row.matches()) {
      return line;
    }
    StringBuilder rule = new StringBuilder("-A " + chain);
    address(rule, "-s", row.group(6));
    address(rule, "-d", row.group(7));
    if (verbose) {
      device(rule, "-i", row.group(4));
      device(rule, "-o", row.group(5));
    }
    if (!row.group(2).matches("all|0")) {
      rule.append(" -p ").append(row.group(2));
    }
    if (!row.group(3).equals("--")) {
      rule.append(row.group(3).startsWith("!") ? " ! -f" : " -f");
    }
    ListedMatches matches = ListedMatches.of(row.group(8));
    rule.append(verbose ? "" : " -m interfaces-not-shown").append(matches.words());
    String target = row.group(1);
    if (target != null) {
      rule.append(matches.goes() ? " -g " : " -j ").append(target).append(matches.options());
      jumps.merge(target, 1, Integer::sum);
    }
    return rule.toString();
  }

  private static void address(StringBuilder rule, String option, String shown) {
    if (!shown.matches("0\\.0\\.0\\.0/0|::/0|anywhere")) {
      negatable(rule, option, shown);
    }
  }

  private static void device(StringBuilder rule, String option, String shown) {
    if (!shown.matches("\\*|any")) {
      negatable(rule, option, shown);
    }
  }

  private static void negatable(StringBuilder rule, String option, String shown) {
    boolean negated = shown.startsWith("!");
    rule.append(negated ? " ! " : " ").append(option).append(' ');
    rule.append(negated ? shown.substring(1) : shown);
  }
}
