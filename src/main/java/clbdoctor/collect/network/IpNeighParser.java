package clbdoctor.collect.network;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Neighbour;
import clbdoctor.fact.NeighbourState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code ip neigh}, ip-neighbour(8).
 *
 * <pre>
 * 10.0.0.1 dev eth0 lladdr 8e:55:6c:01:02:03 REACHABLE
 * 10.0.0.77 dev eth0 FAILED
 * </pre>
 */
public final class IpNeighParser implements OutputParser {

  @Override
  public String tool() {
    return "ip neigh";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ip")
        && command.tail().matches("(?:-\\w+ )*(?:n|neigh|neighbor|neighbour)(?: .*)?");
  }

  @Override
  public boolean begins(Line line) {
    return neighbour(line.words()).isPresent();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      neighbour(line.words()).ifPresent(fact -> findings.fact(line, fact));
    }
    return findings.build();
  }

  private static Optional<Neighbour> neighbour(List<String> words) {
    if (words.size() < 4 || !words.get(1).equals("dev")) {
      return Optional.empty();
    }
    RouteWords row = new RouteWords(words);
    Optional<IpAddress> address = IpAddress.tryParse(words.get(0));
    Optional<NeighbourState> state =
        Arrays.stream(NeighbourState.values())
            .filter(s -> s.name().equals(words.get(words.size() - 1)))
            .findFirst();
    return address.flatMap(
        a -> state.map(s -> new Neighbour(a, s, row.device(), row.after("lladdr"))));
  }
}
