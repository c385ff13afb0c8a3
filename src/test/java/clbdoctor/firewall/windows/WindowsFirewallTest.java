package clbdoctor.firewall.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.Protocol;
import clbdoctor.firewall.fix.Fix;
import clbdoctor.firewall.fix.Fixes;
import org.junit.jupiter.api.Test;

class WindowsFirewallTest {
  private static final IpAddress SERVER = IpAddress.parse("10.0.0.10");

  private static String rule(String name, String remote, String port, String action) {
    return "\nRule Name:                            "
        + name
        + "\n----------------------------------------------------------------------\n"
        + "Enabled:                              Yes\n"
        + "Direction:                            In\n"
        + "Profiles:                             Domain,Private,Public\n"
        + "Grouping:                             \n"
        + "LocalIP:                              Any\n"
        + "RemoteIP:                             "
        + remote
        + "\nProtocol:                             TCP\n"
        + "LocalPort:                            "
        + port
        + "\nRemotePort:                           Any\n"
        + "Edge traversal:                       No\n"
        + "Program:                              Any\n"
        + "Action:                               "
        + action
        + "\n";
  }

  private static FirewallVerdict judge(String listing, int port) {
    Check check = Check.of(IpNetwork.parse("100.64.0.0/10"), SERVER, Protocol.TCP, port);
    return WindowsFirewall.judge(listing + "Ok.\n\n", "Public", false, check);
  }

  @Test
  void whatNoRuleNamesIsBlocked() {
    FirewallVerdict verdict = judge(rule("Web", "Any", "80,443", "Allow"), 8080);
    assertEquals(Kind.DENIED, verdict.kind());
    assertEquals("default inbound action Block", verdict.blockers().get(0).denial().rule().text());
    assertEquals(Kind.ALLOWED, judge(rule("Web", "Any", "80,443", "Allow"), 443).kind());
  }

  @Test
  void blockBeatsAllow() {
    String both =
        rule("Web", "Any", "80", "Allow") + rule("Banned", "100.64.0.0/16", "Any", "Block");
    FirewallVerdict verdict = judge(both, 80);
    assertEquals(Kind.PARTLY, verdict.kind());
    assertEquals("100.65.0.0-100.127.255.255", verdict.parts().get(0).sources().get(0).toString());
    assertEquals("Banned", verdict.blockers().get(0).denial().rule().text());
  }

  @Test
  void aRuleOfAProgramIsInDoubt() {
    String program =
        rule("App", "Any", "80", "Allow")
            .replace(
                "Program:                              Any",
                "Program:                              C:\\app.exe");
    assertEquals(Kind.UNDECIDABLE, judge(program, 80).kind());
    assertEquals(Kind.DENIED, judge(program, 81).kind());
    String hidden = rule("App", "Any", "80", "Allow").replaceAll("Program:.*\n", "");
    assertEquals(Kind.UNDECIDABLE, judge(hidden, 80).kind());
  }

  @Test
  void aCutListingIsNoSmallerOne() {
    String whole = rule("Web", "Any", "80", "Allow") + rule("Banned", "Any", "Any", "Block");
    assertEquals(Kind.UNDECIDABLE, judge(whole.substring(0, whole.length() - 40), 80).kind());
  }

  @Test
  void whatIsProposedCanBeTakenBack() {
    Check check = Check.of(IpNetwork.parse("100.64.0.0/10"), SERVER, Protocol.TCP, 8080);
    FirewallVerdict verdict = judge(rule("Web", "Any", "80,443", "Allow"), 8080);
    Fix fix = Fixes.ofWindows(check, verdict).get(0);
    assertEquals(
        "netsh advfirewall firewall add rule name=\"clb-doctor 100.64.0.0/10 TCP 8080\" dir=in"
            + " action=allow protocol=TCP localport=8080 remoteip=100.64.0.0/10",
        fix.apply().get(0));
    assertEquals(
        "netsh advfirewall firewall delete rule name=\"clb-doctor 100.64.0.0/10 TCP 8080\"",
        fix.undo().get(0));
  }

  private static String powerShell(String action, String more) {
    return "Name                  : one\nDisplayName           : Web\nEnabled               : True\n"
        + "Profile               : Domain, Public\nDirection             : Inbound\n"
        + "Action                : "
        + action
        + "\n"
        + more
        + "\n";
  }

  private static Kind shell(String listing) {
    Check check = Check.of(IpNetwork.parse("100.64.0.0/10"), SERVER, Protocol.TCP, 80);
    return WindowsFirewall.judge(listing, "Public", false, check).kind();
  }

  @Test
  void powerShellHidesPortsAndAddressesOfItsRules() {
    assertEquals(Kind.UNDECIDABLE, shell(powerShell("Allow", "")));
    assertEquals(Kind.DENIED, shell(powerShell("Block", "")));
    assertEquals(Kind.DENIED, shell(powerShell("Allow", "").replace("Domain, Public", "Private")));
    String filters =
        "Protocol              : TCP\nLocalPort             : {80, 443}\n"
            + "RemoteAddress         : 100.64.0.0/255.192.0.0\n";
    assertEquals(Kind.ALLOWED, shell(powerShell("Allow", filters)));
    assertEquals(Kind.DENIED, shell(powerShell("Allow", filters) + powerShell("Block", filters)));
  }

  @Test
  void powerShellProfilesAndNetworks() {
    String profiles =
        "Name                  : Public\nEnabled               : True\n"
            + "DefaultInboundAction  : NotConfigured\nAllowInboundRules     : False\n";
    assertEquals(
        java.util.Map.of("Public", new NetshProfiles.Settings(true, false, true)),
        PowerShell.profiles(profiles));
    assertEquals(
        java.util.Set.of("Domain"),
        PowerShell.inForce("Name             : Network\nNetworkCategory  : DomainAuthenticated\n"));
  }
}
