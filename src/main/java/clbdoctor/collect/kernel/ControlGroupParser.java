package clbdoctor.collect.kernel;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ControlGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code grep -H "" .../pids.current .../pids.max .../cpu.stat}, cgroups(7), below {@code
 * /sys/fs/cgroup}: the limits of one control group.
 *
 * <pre>
 * /sys/fs/cgroup/system.slice/nginx.service/pids.current:3
 * /sys/fs/cgroup/system.slice/nginx.service/pids.max:4915
 * /sys/fs/cgroup/system.slice/nginx.service/cpu.stat:nr_periods 120
 * /sys/fs/cgroup/system.slice/nginx.service/cpu.stat:nr_throttled 60
 * </pre>
 *
 * A limit "max" is none.
 */
public final class ControlGroupParser implements OutputParser {

  private static final Pattern LINE =
      Pattern.compile(
          "/sys/fs/cgroup/(?:\\S*/)?([^/\\s]+)/(pids\\.current|pids\\.max|cpu\\.stat|cpu\\.max):(?:(\\w+) )?(\\w+)");

  @Override
  public String tool() {
    return "control group";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("grep")
        && command.argument("-H")
        && command.tail().contains("/sys/fs/cgroup/");
  }

  @Override
  public boolean begins(Line line) {
    return LINE.matcher(line.text()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Map<String, Long> values = new HashMap<>();
    Optional<Line> first = Optional.empty();
    String name = "";
    for (Line line : block.lines()) {
      Matcher matcher = LINE.matcher(line.text().trim());
      if (matcher.matches()) {
        findings.read(line);
        first = first.or(() -> Optional.of(line));
        name = matcher.group(1);
        String key = matcher.group(3) == null ? matcher.group(2) : matcher.group(3);
        if (matcher.group(4).matches("[0-9]{1,18}")) {
          values.put(key, Long.valueOf(matcher.group(4)));
        }
      }
    }
    String group = name;
    first.ifPresent(line -> findings.fact(line, controlGroup(group, values)));
    return findings.build();
  }

  private static ControlGroup controlGroup(String name, Map<String, Long> values) {
    long periods = values.getOrDefault("nr_periods", 0L);
    long throttled = values.getOrDefault("nr_throttled", 0L);
    boolean told = values.containsKey("nr_periods") && values.containsKey("nr_throttled");
    return new ControlGroup(
        Optional.of(name),
        number("pids.current", values),
        number("pids.max", values),
        told
            ? Optional.of((int) Math.min(100, periods == 0 ? 0 : 100 * throttled / periods))
            : Optional.empty());
  }

  private static Optional<Integer> number(String key, Map<String, Long> values) {
    return Optional.ofNullable(values.get(key)).map(n -> (int) Math.min(n, Integer.MAX_VALUE));
  }
}
