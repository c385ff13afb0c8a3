package clbdoctor.collect.network;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.ReplyRoute;
import clbdoctor.fact.RouteKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Find-NetRoute -RemoteIPAddress 100.64.0.1} of Windows PowerShell: the address that packets
 * would leave with, and behind it the route that they would take.
 *
 * <pre>
 * IPAddress         : 10.0.0.10
 * InterfaceAlias    : Ethernet
 *
 * DestinationPrefix : 0.0.0.0/0
 * InterfaceAlias    : Ethernet
 * NextHop           : 10.0.0.1
 * </pre>
 */
public final class FindNetRouteParser implements OutputParser {

  private static final Pattern FIELD = Pattern.compile("(\\w{2,40})\\s*: ?(.*)");

  /** Next hop of a route to the local network. */
  private static final List<String> ON_LINK = List.of("0.0.0.0", "::");

  @Override
  public String tool() {
    return "Find-NetRoute";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("find-netroute");
  }

  /** Never: without the command nobody knows which address was asked for. */
  @Override
  public boolean begins(Line line) {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Map<String, String> fields = new HashMap<>();
    Optional<Line> hop = Optional.empty();
    for (Line line : block.lines()) {
      Matcher field = FIELD.matcher(line.text().trim());
      if (field.matches()) {
        fields.put(field.group(1), field.group(2).trim());
        hop = field.group(1).equals("NextHop") ? Optional.of(line) : hop;
        findings.read(line);
      }
    }
    Optional<IpAddress> asked = block.command().flatMap(FindNetRouteParser::asked);
    hop.ifPresent(line -> asked.ifPresent(to -> findings.fact(line, route(to, fields))));
    return findings.build();
  }

  private static Optional<IpAddress> asked(ShellCommand command) {
    return command
        .value("-RemoteIPAddress")
        .or(() -> command.arguments().stream().findFirst())
        .flatMap(IpAddress::tryParse);
  }

  private static ReplyRoute route(IpAddress to, Map<String, String> fields) {
    return new ReplyRoute(
        to,
        RouteKind.UNICAST,
        Optional.ofNullable(fields.get("InterfaceAlias")),
        Optional.ofNullable(fields.get("NextHop"))
            .filter(hop -> !ON_LINK.contains(hop))
            .flatMap(IpAddress::tryParse),
        Optional.ofNullable(fields.get("IPAddress")).flatMap(IpAddress::tryParse));
  }
}
