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
 * {@code ipconfig} of Windows, English and Chinese (Microsoft, "ipconfig").
 *
 * <pre>
 * Ethernet adapter Ethernet0:
 *
 *    IPv4 Address. . . . . . . . . . . : 10.0.0.10
 *    Subnet Mask . . . . . . . . . . . : 255.255.255.0
 * </pre>
 */
public final class IpconfigParser implements OutputParser {
  private static final Pattern HEAD =
      Pattern.compile("(?:[\\w ]{1,40} adapter |(?:以太网适配器|无线局域网适配器|未知适配器|隧道适配器) )(.{1,80}?):\\s*");
  private static final Pattern TITLE = Pattern.compile("Windows IP Configuration|Windows IP 配置");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\s+(?:(?:Link-local )?IPv[46] Address|IPv[46] 地址|本地链接 IPv6 地址|Temporary IPv6 Address)[ .]*: ([0-9a-fA-F.:]{2,45}).*");
  private static final Pattern DOWN =
      Pattern.compile("\\s+(?:Media State|媒体状态)[ .]*: (?:Media disconnected|媒体已断开连接)\\s*");

  @Override
  public String tool() {
    return "ipconfig";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ipconfig")
        && (command.arguments().isEmpty() || command.argumentIgnoringCase("/all"));
  }

  @Override
  public boolean begins(Line line) {
    return TITLE.matcher(line.text().strip()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<Line> lines = new ArrayList<>();
    boolean titled = false;
    for (Line line : block.lines()) {
      if (begins(line)) {
        titled = true;
        findings.read(line);
      } else if (HEAD.matcher(line.text()).matches()) {
        finish(findings, lines);
        lines = new ArrayList<>(List.of(line));
      } else if (!lines.isEmpty() && line.text().startsWith("  ")) {
        lines.add(line);
      } else if (titled && lines.isEmpty() && line.text().startsWith("  ")) {
        findings.read(line);
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
    for (Line line : lines) {
      Matcher address = ADDRESS.matcher(line.text());
      if (address.matches()) {
        IpAddress.tryParse(address.group(1)).ifPresent(addresses::add);
      }
      findings.read(line);
    }
    boolean down = lines.stream().anyMatch(line -> DOWN.matcher(line.text()).matches());
    findings.fact(
        lines.get(0),
        new NetworkInterface(
            head.group(1),
            down ? Optional.of(false) : Optional.empty(),
            Optional.empty(),
            addresses,
            Optional.empty()));
  }
}
