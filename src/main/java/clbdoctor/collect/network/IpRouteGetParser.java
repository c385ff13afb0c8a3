package clbdoctor.collect.network;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Observed;
import clbdoctor.fact.ReplyRoute;
import clbdoctor.fact.ReversePathCheck;
import clbdoctor.fact.RouteKind;
import java.util.List;
import java.util.Optional;

/**
 * {@code ip route get 100.64.0.1 from 10.0.0.10}: the way of the replies; {@code ip route get
 * 10.0.0.10 from 100.64.0.1 iif eth0}: whether the kernel accepts the check on that interface.
 *
 * <pre>
 * 100.64.0.1 from 10.0.0.10 via 10.0.0.1 dev eth0 uid 0
 *     cache
 * </pre>
 *
 * <pre>
 * RTNETLINK answers: Network is unreachable
 * </pre>
 *
 * "Invalid argument" means a black hole, and with iif a packet that the input check discards.
 */
public final class IpRouteGetParser implements OutputParser {

  @Override
  public String tool() {
    return "ip route get";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ip")
        && command.tail().matches("(?:-\\w+ )*(?:r|ro|route) (?:g|get) .*");
  }

  @Override
  public boolean begins(Line line) {
    return line.text()
        .matches(
            "(?:local )?[0-9a-fA-F.:]{2,45} (?:from \\S+ )?(?:via \\S+ )?dev \\S+ .*\\buid [0-9]+.*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<String> asked = block.command().map(ShellCommand::arguments).orElse(List.of());
    for (Line line : block.lines()) {
      String text = line.text().trim();
      if (text.matches("cache.*|Error: ipv4: .*")) {
        findings.read(line);
      } else if (text.startsWith("RTNETLINK answers: ")) {
        refusal(text, asked).ifPresent(fact -> findings.fact(line, fact));
      } else {
        route(line.words(), asked).ifPresent(fact -> findings.fact(line, fact));
      }
    }
    return findings.build();
  }

  private static Optional<Observed> route(List<String> words, List<String> asked) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    RouteWords route = new RouteWords(words);
    RouteWords question = new RouteWords(asked);
    if (asked.contains("iif") || words.contains("iif")) {
      return check(question, words, true);
    }
    return route
        .destination()
        .filter(d -> d.single() && route.device().isPresent())
        .map(
            d ->
                new ReplyRoute(
                    d.address(),
                    route.kind(),
                    route.device(),
                    route.gateway(),
                    route.after("from").flatMap(IpAddress::tryParse).or(route::source)));
  }

  private static Optional<Observed> refusal(String text, List<String> asked) {
    RouteWords question = new RouteWords(asked);
    if (asked.contains("iif")) {
      return text.endsWith("Invalid argument") || text.endsWith("Invalid cross-device link")
          ? check(question, List.of(), false)
          : Optional.empty();
    }
    Optional<RouteKind> kind = kind(text.substring("RTNETLINK answers: ".length()));
    Optional<IpAddress> to =
        question.after("get").or(() -> question.after("g")).flatMap(IpAddress::tryParse);
    Optional<IpAddress> from = question.after("from").flatMap(IpAddress::tryParse);
    return kind.flatMap(
        k -> to.map(t -> new ReplyRoute(t, k, Optional.empty(), Optional.empty(), from)));
  }

  private static Optional<RouteKind> kind(String words) {
    return switch (words) {
      case "Network is unreachable" -> Optional.of(RouteKind.NO_ROUTE);
      case "No route to host" -> Optional.of(RouteKind.UNREACHABLE);
      case "Permission denied" -> Optional.of(RouteKind.PROHIBIT);
      case "Invalid argument" -> Optional.of(RouteKind.BLACKHOLE);
      default -> Optional.empty();
    };
  }

  private static Optional<Observed> check(
      RouteWords question, List<String> answer, boolean accepted) {
    RouteWords told = new RouteWords(answer);
    Optional<IpAddress> source =
        question.after("from").or(() -> told.after("from")).flatMap(IpAddress::tryParse);
    Optional<String> device = question.after("iif").or(() -> told.after("iif"));
    return source.flatMap(s -> device.map(d -> new ReversePathCheck(s, d, accepted)));
  }
}
