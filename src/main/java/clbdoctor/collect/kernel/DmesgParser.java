package clbdoctor.collect.kernel;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code dmesg -T} and {@code journalctl -k}, dmesg(1): the lines that say something about the
 * check.
 *
 * <pre>
 * [Sun Nov 22 18:40:01 2026] nf_conntrack: nf_conntrack: table full, dropping packet
 * [ 1234.567890] TCP: request_sock_TCP: Possible SYN flooding on port 80. Sending cookies.
 * [ 1250.000001] Out of memory: Killed process 812 (java) total-vm:4096000kB
 * </pre>
 */
public final class DmesgParser implements OutputParser {

  private static final Pattern LINE =
      Pattern.compile(
          "\\[[^\\]]{5,40}] .*|(?:[A-Z][a-z]{2} [ 0-9][0-9]|[0-9T:.+-]{19,35}) ?[0-9:]{0,8} \\S+ kernel: .*|-- .* --");
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i).*(?:table full, dropping|possible syn flooding|out of memory|oom-kill|killed process|martian source|segfault|neighbou?r table overflow|i/o error|blocked for more than|link is (?:not ready|down)|too many orphaned|traps: |soft lockup|remounting filesystem read-only|avc: .*denied|audit.*denied).*");
  private static final Pattern KILL = Pattern.compile("(?i).*out of memory: kill(?:ed)? process.*");

  @Override
  public String tool() {
    return "dmesg";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("dmesg")
        || command.program().equals("journalctl")
            && (command.option('k') || command.argument("--dmesg"));
  }

  @Override
  public boolean begins(Line line) {
    return line.text()
        .matches(
            "\\[ *[0-9]{1,9}\\.[0-9]{6}] .*|\\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} [0-9]{4}] .*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<Line> kills = new ArrayList<>();
    for (Line line : block.lines()) {
      if (TELLING.matcher(line.text()).matches()) {
        findings.fact(
            line,
            new LogLine(LogKind.KERNEL, line.text().trim(), Optional.empty(), Optional.empty()));
      }
      if (KILL.matcher(line.text()).matches()) {
        kills.add(line);
      }
      if (LINE.matcher(line.text()).matches()) {
        findings.read(line);
      }
    }
    if (!kills.isEmpty()) {
      Optional<Integer> number = Optional.of(kills.size());
      findings.fact(kills.get(0), new Memory(Optional.empty(), Optional.empty(), number));
    }
    return findings.build();
  }
}
