package clbdoctor.collect.network;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.NeighbourTable;
import java.util.List;
import java.util.Optional;

/**
 * {@code ip -s ntable show name arp_cache}, ip-ntable(8): how many entries the neighbour table has
 * and how many it may have.
 *
 * <pre>
 * inet arp_cache
 *     thresh1 128 thresh2 512 thresh3 1024 gc_int 30000
 *     config key_len 4 entry_size 336 entries 2
 * </pre>
 *
 * The parameters of the single interfaces follow.
 */
public final class IpNtableParser implements OutputParser {

  @Override
  public String tool() {
    return "ip ntable";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ip") && command.tail().matches("(?:-\\w+ )*ntable(?: .*)?");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("inet6? (?:arp|ndisc)_cache");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    RouteWords arp = new RouteWords(List.of());
    boolean wanted = false;
    for (Line line : block.lines()) {
      if (begins(line)) {
        wanted = line.text().equals("inet arp_cache");
        findings.read(line);
      } else if (line.text().matches("\\s+[a-z].*")) {
        RouteWords row = new RouteWords(line.words());
        arp = wanted && row.number("thresh3").isPresent() ? row : arp;
        Optional<Integer> limit = arp.number("thresh3").filter(most -> most > 0);
        Optional<Integer> entries = row.number("entries").filter(n -> limit.isPresent());
        findings.read(line);
        entries.ifPresent(n -> findings.fact(line, new NeighbourTable(n, limit.get())));
      }
    }
    return findings.build();
  }
}
