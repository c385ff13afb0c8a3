package clbdoctor.collect.probe;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ping of iputils and busybox, ping(8), and of Windows in English and Chinese.
 *
 * <pre>
 * PING 10.0.0.10 (10.0.0.10) 56(84) bytes of data.
 * 64 bytes from 10.0.0.10: icmp_seq=1 ttl=64 time=0.045 ms
 *
 * --- 10.0.0.10 ping statistics ---
 * 3 packets transmitted, 3 received, 0% packet loss, time 2031ms
 * rtt min/avg/max/mdev = 0.045/0.051/0.060/0.006 ms
 * </pre>
 *
 * <pre>
 * 正在 Ping 10.0.0.10 具有 32 字节的数据:
 * 来自 10.0.0.10 的回复: 字节=32 时间&lt;1ms TTL=128
 * </pre>
 */
public final class PingParser implements OutputParser {

  private static final Pattern HEAD =
      Pattern.compile(
          "PING \\S{1,200} \\(([0-9a-fA-F.:]{2,45})(?:%\\S+)?\\)[: ].*|PING ([0-9a-fA-F:.]{2,45})(?:\\([^)]*\\)|:)? .*"
              + "|(?:Pinging|正在 ?Ping) \\S{1,200} \\[([0-9a-fA-F.:]{2,45})(?:%\\S+)?] .*"
              + "|(?:Pinging|正在 ?Ping) ([0-9a-fA-F.:]{2,45}) .*");

  private static final Pattern REMARK =
      Pattern.compile(
          "--- .* ---|rtt min/avg/.*|round-trip .*|(?:Ping statistics for|Approximate round trip|\\s+Minimum = |Control-C|\\^C).*"
              + "|.*的 Ping 统计信息[:：]|往返行程的估计时间.*|\\s*最短 = .*|.*\\^C.*");

  @Override
  public String tool() {
    return "ping";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ping") || command.program().equals("ping6");
  }

  @Override
  public boolean begins(Line line) {
    return HEAD.matcher(line.text().trim()).matches();
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Block run : runs(block)) {
      run(findings, run);
    }
    return findings.build();
  }

  /** A paste may hold several runs, each with its head. */
  private List<Block> runs(Block block) {
    List<Block> runs = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      if (begins(line) && !lines.isEmpty()) {
        runs.add(block.with(lines));
        lines = new ArrayList<>();
      }
      lines.add(line);
    }
    runs.add(block.with(lines));
    return runs;
  }

  private static void run(Findings findings, Block run) {
    PingTally tally = new PingTally();
    Optional<Line> head = Optional.empty();
    String target = "";
    for (Line line : run.lines()) {
      Matcher matcher = HEAD.matcher(line.text().trim());
      if (matcher.matches()) {
        head = Optional.of(line);
        target = address(matcher);
        findings.read(line);
      } else if (line.blank() || REMARK.matcher(line.text()).matches() || tally.take(line.text())) {
        findings.read(line);
      }
      tally.takeAverage(line.text());
    }
    Optional<ProbeOutcome> outcome = tally.outcome();
    if (head.isPresent() && outcome.isPresent()) {
      ProbeBuilder probe =
          new ProbeBuilder(ProbeMethod.PING, outcome.get())
              .latencyMillis(tally.averageMillis())
              .lossPercent(tally.lossPercent())
              .payloadBytes(payload(run));
      ProbeReport.add(findings, run, head.get(), target, probe);
    }
  }

  private static String address(Matcher head) {
    for (int group = 1; group <= head.groupCount(); group++) {
      if (head.group(group) != null) {
        return head.group(group);
      }
    }
    return "";
  }

  /** The size of the data when the packets must not be fragmented. */
  private static Optional<Integer> payload(Block run) {
    boolean whole = run.command().map(c -> c.argument("do") || c.option('f')).orElse(false);
    return run.command()
        .filter(c -> whole)
        .flatMap(c -> c.value("-s", "-l"))
        .filter(size -> size.matches("[0-9]{1,5}"))
        .map(Integer::valueOf);
  }
}
