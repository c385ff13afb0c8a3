package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ProcessState;
import clbdoctor.fact.ProcessStatus;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code top -b -n 1}, top(1), of procps and busybox.
 *
 * <pre>
 * top - 18:50:12 up 3 days,  2:11,  1 user,  load average: 0.52, 0.58, 0.59
 * Tasks:  95 total,   1 running,  94 sleeping,   0 stopped,   0 zombie
 * %Cpu(s):  3.1 us,  1.6 sy,  0.0 ni, 93.8 id,  1.6 wa,  0.0 hi,  0.0 si,  0.0 st
 * MiB Mem :   7949.6 total,   5120.3 free,   1200.4 used,   1628.9 buff/cache
 * MiB Swap:      0.0 total,      0.0 free,      0.0 used.   6400.2 avail Mem
 *
 *     PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
 *    9029 www-data  20   0   57000   6000   4000 S   0.0   0.1   0:00.01 nginx
 * </pre>
 *
 * Of the processes those are taken that are stopped, dead, wait for storage, or use more than half
 * a core.
 */
public final class TopParser implements OutputParser {

  private static final Pattern CPU =
      Pattern.compile(
          "%?Cpu\\(s\\): .*?([0-9]{1,3}[.,][0-9]) ?%?id.*|CPU: .* ([0-9]{1,3}(?:[.,][0-9])?)% idle.*");
  private static final Pattern WAIT =
      Pattern.compile(
          "%?Cpu\\(s\\): .*?([0-9]{1,3}[.,][0-9]) ?%?wa.*|CPU: .* ([0-9]{1,3}(?:[.,][0-9])?)% io.*");
  private static final Pattern MEMORY =
      Pattern.compile("\\s*[KMGT]iB Mem ?: +([0-9.]{1,15})\\s?\\+?total.*");
  private static final Pattern AVAILABLE =
      Pattern.compile("\\s*[KMGT]iB Swap: .* ([0-9.]{1,15}) ?\\+?avail Mem.*");
  private static final Pattern REMARK =
      Pattern.compile(
          "Tasks: .*|Threads: .*|\\s*PID USER .*|Mem: .*|Load average: .*|\\s*[0-9]{1,9}\\s+[0-9]{1,9}\\s+\\S+\\s+[RSDTZI]\\S{0,3}\\s.*%.*|\\s*PID\\s+PPID .*|Swap: .*");

  @Override
  public String tool() {
    return "top";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("top");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().startsWith("top - ") && UptimeParser.loadAverage(line).isPresent();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    double total = 0;
    for (Line line : block.lines()) {
      total = number(MEMORY, line).orElse(total);
      head(findings, line);
      Optional<Double> available = number(AVAILABLE, line);
      if (available.isPresent() && total > 0) {
        findings.fact(line, Loads.available(100 * available.get() / total));
      }
      if (MEMORY.matcher(line.text()).matches()
          || AVAILABLE.matcher(line.text()).matches()
          || REMARK.matcher(line.text()).matches()) {
        findings.read(line);
      }
      process(findings, line);
    }
    return findings.build();
  }

  private static void head(Findings findings, Line line) {
    UptimeParser.loadAverage(line).ifPresent(l -> findings.fact(line, Loads.average(l)));
    Optional<Double> wait = number(WAIT, line);
    number(CPU, line)
        .ifPresent(idle -> findings.fact(line, Loads.busy(100 - idle - wait.orElse(0.0))));
    wait.ifPresent(percent -> findings.fact(line, Loads.ioWait(percent)));
  }

  private static void process(Findings findings, Line line) {
    List<String> words = line.words();
    boolean row =
        words.size() >= 12 && words.get(0).matches("[0-9]{1,9}") && words.get(7).length() == 1;
    if (!row || !words.get(8).matches("[0-9]{1,5}(?:[.,][0-9])?")) {
      return;
    }
    findings.read(line);
    Optional<ProcessState> state = state(words.get(7).charAt(0));
    int cpu = (int) Math.round(Double.parseDouble(words.get(8).replace(',', '.')));
    boolean resting =
        state.map(s -> s == ProcessState.SLEEPING || s == ProcessState.RUNNING).orElse(true);
    if (!resting || cpu >= 50) {
      findings.fact(
          line,
          new ProcessStatus(
              words.get(11), Optional.of(Integer.valueOf(words.get(0))), state, Optional.of(cpu)));
    }
  }

  /** The state that ps and top show as a letter. */
  static Optional<ProcessState> state(char letter) {
    return switch (letter) {
      case 'R' -> Optional.of(ProcessState.RUNNING);
      case 'S', 'I' -> Optional.of(ProcessState.SLEEPING);
      case 'D' -> Optional.of(ProcessState.UNINTERRUPTIBLE);
      case 'T', 't' -> Optional.of(ProcessState.STOPPED);
      case 'Z' -> Optional.of(ProcessState.ZOMBIE);
      default -> Optional.empty();
    };
  }

  private static Optional<Double> number(Pattern pattern, Line line) {
    Matcher matcher = pattern.matcher(line.text());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first =
        matcher.group(1) != null || matcher.groupCount() < 2 ? matcher.group(1) : matcher.group(2);
    String text = first.replace(',', '.');
    return text.matches("[0-9]+(\\.[0-9]+)?")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }
}
