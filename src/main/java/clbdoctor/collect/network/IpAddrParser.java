package clbdoctor.collect.network;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.AddressConflict;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.NetworkInterface;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ip addr}, {@code ip link}, ip-address(8).
 *
 * <pre>
 * 2: eth0@if2: &lt;BROADCAST,MULTICAST,UP,LOWER_UP&gt; mtu 1500 qdisc noqueue state UP group default qlen 1000
 *     link/ether 8e:55:6c:01:02:03 brd ff:ff:ff:ff:ff:ff link-netns pC
 *     inet 10.0.0.10/24 scope global eth0
 *        valid_lft forever preferred_lft forever
 * </pre>
 */
public final class IpAddrParser implements OutputParser {

  private static final Pattern HEAD =
      Pattern.compile(
          "[0-9]{1,6}: ([^:@\\s]{1,64})(?:@\\S+)?: <([A-Z0-9_,-]*)> mtu ([0-9]{1,6}) (.*)");
  private static final Pattern INET =
      Pattern.compile("\\s+inet6? ([0-9a-fA-F.:]{2,45})(?:/[0-9]+)?(?: .*)?");
  private static final Pattern DETAIL =
      Pattern.compile(
          "\\s+(?:link/|valid_lft |altname |prog/xdp |RX|TX|[0-9]|promiscuity|alias|vf |inet6? ).*");

  /** The other end of a veth(4) is in a network namespace that has no name here. */
  static final String ELSEWHERE = "Error: Peer netns reference is invalid\\.";

  @Override
  public String tool() {
    return "ip addr";
  }

  @Override
  public boolean reads(ShellCommand command) {
    String tail = command.tail();
    return command.program().equals("ip")
        && tail.matches("(?:-(?!br|j)[\\w]+ )*(?:a|ad|addr|address|l|link)(?: .*)?");
  }

  @Override
  public boolean begins(Line line) {
    return HEAD.matcher(line.text()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<Line> pending = new ArrayList<>();
    for (Line line : block.lines()) {
      if (HEAD.matcher(line.text()).matches()) {
        finish(findings, pending);
        pending = new ArrayList<>(List.of(line));
      } else if (DETAIL.matcher(line.text()).matches() && !pending.isEmpty()) {
        pending.add(line);
      } else if (line.text().matches(ELSEWHERE)) {
        findings.read(line);
      }
    }
    finish(findings, pending);
    boolean all =
        block
            .command()
            .map(
                c ->
                    c.filters().isEmpty()
                        && c.tail().matches("(?:-s |-d )?(?:a|addr|address)(?: show| list| s)?"))
            .orElse(false);
    return all ? findings.survey(Survey.of(Subject.INTERFACES)).build() : findings.build();
  }

  private static void finish(Findings findings, List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    Matcher head = HEAD.matcher(lines.get(0).text());
    if (!head.matches()) {
      return;
    }
    List<String> flags = List.of(head.group(2).split(","));
    boolean down = head.group(4).contains("state DOWN");
    boolean up = flags.contains("UP") && !flags.contains("NO-CARRIER") && !down;
    boolean xdp = lines.stream().anyMatch(l -> l.text().matches(".* xdp\\w* .*|\\s+prog/xdp .*"));
    findings.fact(
        lines.get(0),
        new NetworkInterface(
            head.group(1),
            Optional.of(up),
            Optional.of(Integer.valueOf(head.group(3))).filter(mtu -> mtu <= 65536),
            lines.stream().flatMap(line -> address(line).stream()).toList(),
            xdp ? Optional.of(true) : Optional.empty()));
    conflicts(findings, lines);
    lines.forEach(findings::read);
  }

  /** Duplicate address detection failed: RFC 4862 §5.4. */
  private static void conflicts(Findings findings, List<Line> lines) {
    lines.stream()
        .filter(line -> line.text().contains(" dadfailed "))
        .forEach(
            line ->
                address(line)
                    .ifPresent(a -> findings.fact(line, new AddressConflict(a, Optional.empty()))));
  }

  private static Optional<IpAddress> address(Line line) {
    Matcher inet = INET.matcher(line.text());
    return inet.matches() ? IpAddress.tryParse(inet.group(1)) : Optional.empty();
  }
}
