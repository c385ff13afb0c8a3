package clbdoctor.collect.network;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Route;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import java.util.List;
import java.util.Optional;

/**
 * {@code ip route}, ip-route(8).
 *
 * <pre>
 * default via 10.0.0.1 dev eth0
 * 10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.10
 * blackhole 100.64.0.0/10
 * </pre>
 */
public final class IpRouteParser implements OutputParser {

  private static final String ROUTE =
      "(?:(?:local|blackhole|unreachable|prohibit|unicast) )?(?:default|[0-9a-fA-F.:]{2,45}(?:/[0-9]{1,3})?)(?: (?:via|dev|proto|scope|metric|table) .*)?";

  @Override
  public String tool() {
    return "ip route";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ip")
        && command.tail().matches("(?:-\\w+ )*(?:r|ro|route)(?: (?:s|show|list|ls)\\b.*)?");
  }

  @Override
  public boolean begins(Line line) {
    return line.text()
        .matches(
            "default via [0-9a-f.:]+ dev \\S+.*|[0-9.]+/[0-9]+ (?:via|dev) .* (?:proto|scope) .*|blackhole [0-9.]+(?:/[0-9]+)?");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<String> table =
        block.command().flatMap(c -> new RouteWords(c.arguments()).after("table"));
    for (Line line : block.lines()) {
      if (line.text().trim().matches(ROUTE) && !line.text().startsWith(" ")) {
        route(line.words(), table).ifPresent(route -> findings.fact(line, route));
      } else if (line.text().matches("(?:broadcast|multicast|anycast|throw|\\s+nexthop) .*")) {
        findings.read(line);
      }
    }
    boolean all =
        block
            .command()
            .map(
                c ->
                    c.filters().isEmpty()
                        && c.tail().matches("(?:r|ro|route)(?: (?:s|show|list|ls))?"))
            .orElse(false);
    return all ? findings.survey(Survey.of(Subject.ROUTES, "main")).build() : findings.build();
  }

  private static Optional<Route> route(List<String> words, Optional<String> table) {
    RouteWords route = new RouteWords(words);
    Optional<IpNetwork> destination =
        route
            .destination()
            .map(
                d ->
                    route.gateway().map(g -> g.bits() == 128).orElse(false)
                            && words.contains("default")
                        ? IpNetwork.parse("::/0")
                        : d);
    return destination.map(
        d ->
            new Route(
                d,
                route.kind(),
                route.device(),
                route.gateway(),
                route.number("metric"),
                route.after("table").or(() -> table).filter(t -> !t.equals("main"))));
  }
}
