package clbdoctor.collect.network;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ifconfig} of net-tools 2 and of 1.60, ifconfig(8). It hides addresses that have no label
 * of their own, so that an address that is not shown may be there.
 *
 * <pre>
 * eth0: flags=4163&lt;UP,BROADCAST,RUNNING,MULTICAST&gt;  mtu 1400
 *         inet 10.0.0.10  netmask 255.255.255.0  broadcast 10.0.0.255
 *         ether 02:fc:00:00:00:01  txqueuelen 1000  (Ethernet)
 * </pre>
 */
public final class IfconfigParser implements OutputParser {
  private static final Pattern HEAD =
      Pattern.compile(
          "([\\w.:@-]{1,64}?):? +(?:flags=[0-9]+<[A-Z,_]*> +mtu [0-9]+ *|Link encap:.*)");
  private static final Pattern FLAGS =
      Pattern.compile("flags=[0-9]+<([A-Z,_]*)>|^\\s+(UP [A-Z ]*)");
  private static final Pattern MTU = Pattern.compile("\\b(?:mtu |MTU:)([0-9]{1,6})\\b");
  private static final Pattern INET =
      Pattern.compile("\\s+inet6? (?:addr: ?)?([0-9a-fA-F.:]{2,45})(?:[/% ].*)?");

  @Override
  public String tool() {
    return "ifconfig";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ifconfig");
  }

  @Override
  public boolean begins(Line line) {
    return HEAD.matcher(line.text()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      if (begins(line)) {
        finish(findings, lines);
        lines = new ArrayList<>(List.of(line));
      } else if (line.text().startsWith(" ") && !lines.isEmpty()) {
        lines.add(line);
      }
    }
    finish(findings, lines);
    return findings.build();
  }

  private static void finish(Findings findings, List<Line> lines) {
    Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.get(0).text());
    if (!head.matches()) {
      return;
    }
    List<IpAddress> addresses = new ArrayList<>();
    Optional<Boolean> up = Optional.empty();
    Optional<Integer> mtu = Optional.empty();
    for (Line line : lines) {
      Matcher flags = FLAGS.matcher(line.text());
      if (flags.find()) {
        String shown = flags.group(1) != null ? flags.group(1) : flags.group(2);
        up = Optional.of(shown.contains("UP") && shown.contains("RUNNING"));
      }
      Matcher size = MTU.matcher(line.text());
      if (size.find()) {
        mtu = Optional.of(Integer.valueOf(size.group(1))).filter(bytes -> bytes <= 65536);
      }
      Matcher inet = INET.matcher(line.text());
      if (inet.matches()) {
        IpAddress.tryParse(inet.group(1)).ifPresent(addresses::add);
      }
      findings.read(line);
    }
    findings.fact(
        lines.get(0), new NetworkInterface(head.group(1), up, mtu, addresses, Optional.empty()));
  }
}
