package clbdoctor.firewall.iptables;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code iptables -L} shows behind the addresses of a rule.
 *
 * @param words the matches as options; what is not known as a match that nobody knows
 * @param options the target's options
 * @param goes whether the target is one of {@code -g}
 */
record ListedMatches(String words, String options, boolean goes) {

  /** A piece of the listing, and the options that print it. */
  private record Form(Pattern shown, String words, boolean ofTarget) {}

  private static final List<Form> FORMS =
      List.of(
          match("/\\*.*?\\*/", " -m comment"),
          match("(tcp|udp|udplite|sctp|dccp)(?= |$)", " -m $1"),
          match("spts?:!([\\w:-]+)", " ! --sport $1"),
          match("spts?:([\\w:-]+)", " --sport $1"),
          match("dpts?:!([\\w:-]+)", " ! --dport $1"),
          match("dpts?:([\\w:-]+)", " --dport $1"),
          match("multiport (s|d)?ports +!([\\w,:]+)", " -m multiport ! --$1ports $2"),
          match("multiport (s|d)?ports +([\\w,:]+)", " -m multiport --$1ports $2"),
          match("(! )?ctstate ([A-Z,]+)", " -m conntrack $1--ctstate $2"),
          match("(! )?state ([A-Z,]+)", " -m state $1--state $2"),
          match("icmptype ([0-9]+) code ([0-9]+)", " -m icmp --icmp-type $1/$2"),
          match("icmptype ([0-9]+)", " -m icmp --icmp-type $1"),
          match("ipv6-icmptype ([0-9]+) code ([0-9]+)", " -m icmp6 --icmpv6-type $1/$2"),
          match("ipv6-icmptype ([0-9]+)", " -m icmp6 --icmpv6-type $1"),
          match("limit: avg (\\S+) burst ([0-9]+)", " -m limit --limit $1 --limit-burst $2"),
          match("ADDRTYPE match src-type (!?)([A-Z,]+)", " -m addrtype $1 --src-type $2"),
          match("ADDRTYPE match dst-type (!?)([A-Z,]+)", " -m addrtype $1 --dst-type $2"),
          match("mark match (!?) ?(0x[0-9a-f/x]+)", " -m mark $1 --mark $2"),
          match("connmark match +(!?) ?(0x[0-9a-f/x]+)", " -m connmark $1 --mark $2"),
          match("(! )?match-set (\\S+) ([a-z,]+)", " -m set $1--match-set $2 $3"),
          match("source IP range ([0-9a-f.:-]+)", " -m iprange --src-range $1"),
          match("destination IP range ([0-9a-f.:-]+)", " -m iprange --dst-range $1"),
          match("PKTTYPE = ([a-z]+)", " -m pkttype --pkt-type $1"),
          target("reject-with ([a-z0-9-]+)", " --reject-with $1"),
          target("redir ports ([0-9-]+)", " --to-ports $1"),
          target("MARK set (0x[0-9a-f]+)", " --set-xmark $1/0xffffffff"),
          target("MARK xset (0x[0-9a-f/x]+)", " --set-xmark $1"),
          target("MARK or (0x[0-9a-f]+)", " --or-mark $1"),
          target("MARK and (0x[0-9a-f]+)", " --and-mark $1"),
          target("(?:LOG|NFLOG|nflog-)\\b.*", ""));

  private static Form match(String shown, String words) {
    return new Form(Pattern.compile(shown), words, false);
  }

  private static Form target(String shown, String words) {
    return new Form(Pattern.compile(shown), words, true);
  }

  static ListedMatches of(String shown) {
    boolean goes = shown.startsWith("[goto]");
    String rest = (goes ? shown.substring(6) : shown).strip();
    StringBuilder words = new StringBuilder();
    StringBuilder options = new StringBuilder();
    while (!rest.isEmpty()) {
      int end = take(rest, words, options);
      if (end == 0) {
        words.append(" -m \"not-known: ").append(rest.replaceAll("[\"\\\\]", "")).append('"');
        break;
      }
      rest = rest.substring(end).strip();
    }
    return new ListedMatches(words.toString(), options.toString(), goes);
  }

  /** How much of the text the first piece takes; 0 when it is none that is known. */
  private static int take(String rest, StringBuilder words, StringBuilder options) {
    Matcher to = Pattern.compile("to:(\\S+)").matcher(rest);
    if (to.lookingAt()) {
      options.append(" --to-destination ").append(to.group(1));
      options.append(" --to-source ").append(to.group(1));
      return to.end();
    }
    for (Form form : FORMS) {
      Matcher matcher = form.shown().matcher(rest);
      if (matcher.lookingAt()) {
        String written = form.words();
        for (int group = 1; group <= matcher.groupCount(); group++) {
          String value = matcher.group(group);
          written = written.replace("$" + group, value == null ? "" : value);
        }
        (form.ofTarget() ? options : words).append(written);
        return matcher.end();
      }
    }
    Matcher flags = Pattern.compile("flags:(!?)0x([0-9A-Fa-f]+)/0x([0-9A-Fa-f]+)").matcher(rest);
    if (!flags.lookingAt()) {
      return 0;
    }
    words.append(flags.group(1).isEmpty() ? "" : " !").append(" --tcp-flags ");
    words.append(PortMatches.names(Long.parseLong(flags.group(2), 16))).append(' ');
    words.append(PortMatches.names(Long.parseLong(flags.group(3), 16)));
    return flags.end();
  }
}
