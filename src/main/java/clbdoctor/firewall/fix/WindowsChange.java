package clbdoctor.firewall.fix;

import clbdoctor.firewall.Denial;
import clbdoctor.firewall.RuleReference;
import java.util.List;

/**
 * Changes of Windows Defender Firewall, kept over a restart. What no rule names gets a rule of its
 * own. Block beats allow there, so a rule that blocks can only be disabled, and with it all rules
 * of its name: whatever else it blocks is open until it is enabled again.
 *
 * <p>Sample: {@code netsh advfirewall firewall add rule name="clb-doctor 100.64.0.0/10 TCP 80"
 * dir=in action=allow protocol=TCP localport=80 remoteip=100.64.0.0/10} (netsh advfirewall firewall
 * context, learn.microsoft.com).
 */
final class WindowsChange {
  private static final String NETSH = "netsh advfirewall firewall ";

  private WindowsChange() {}

  static Fix of(Denial denial, Opening opening) {
    RuleReference rule = denial.rule();
    return rule.policy() ? allow(rule, opening) : disable(rule);
  }

  private static Fix allow(RuleReference policy, Opening opening) {
    String name = "name=\"clb-doctor " + opening.source() + " " + label(opening) + "\"";
    String words =
        " dir=in action=allow "
            + (opening.ping()
                ? "protocol=" + echo(opening)
                : "protocol=" + protocol(opening) + " localport=" + opening.port())
            + " remoteip="
            + opening.source();
    return new Fix(
        policy,
        List.of(NETSH + "add rule " + name + words),
        List.of(NETSH + "delete rule " + name),
        true);
  }

  private static String label(Opening opening) {
    return opening.ping() ? "ping" : protocol(opening) + " " + opening.port();
  }

  private static String protocol(Opening opening) {
    return opening.protocol().toUpperCase(java.util.Locale.ROOT);
  }

  private static String echo(Opening opening) {
    return opening.ipv6() ? "icmpv6:128,any" : "icmpv4:8,any";
  }

  private static Fix disable(RuleReference rule) {
    String set = NETSH + "set rule name=\"" + rule.text() + "\" dir=in new enable=";
    return new Fix(rule, List.of(set + "no"), List.of(set + "yes"), true);
  }
}
