package clbdoctor.collect.kernel;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ConnectionTracking;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import clbdoctor.fact.Sysctl;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code sysctl net.ipv4.tcp_tw_recycle net.core.somaxconn}, sysctl(8).
 *
 * <pre>
 * sysctl: cannot stat /proc/sys/net/ipv4/tcp_tw_recycle: No such file or directory
 * net.core.somaxconn = 4096
 * </pre>
 *
 * A parameter that the kernel does not have is a survey of that name without a fact.
 */
public final class SysctlParser implements OutputParser {

  private static final Pattern VALUE = Pattern.compile("([a-z][\\w./-]*\\.[\\w./-]+) ?= ?(.*)");
  private static final Pattern ABSENT =
      Pattern.compile(
          "sysctl: cannot stat /proc/sys/(\\S{1,200}): .*|sysctl: \"?([\\w./-]+)\"? is an unknown key");

  /** Secrets of the kernel, which only root may read, and which decide nothing. */
  private static final String SECRET =
      "sysctl: permission denied on key ['\"].*\\.(?:tcp_fastopen_key|stable_secret)['\"]";

  private static final String COUNT = "net.netfilter.nf_conntrack_count";
  private static final String MAX = "net.netfilter.nf_conntrack_max";

  @Override
  public String tool() {
    return "sysctl";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("sysctl") && !command.option('w') && !command.option('n');
  }

  @Override
  public boolean begins(Line line) {
    return ABSENT.matcher(line.text()).matches()
        || line.text().matches("(?:net|kernel|vm|fs)\\.[\\w./-]+ = .*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<Long> count = Optional.empty();
    Optional<Long> max = Optional.empty();
    for (Line line : block.lines()) {
      Matcher value = VALUE.matcher(line.text().trim());
      Matcher absent = ABSENT.matcher(line.text().trim());
      if (value.matches()) {
        String name = value.group(1).replace('/', '.');
        String text = value.group(2).trim().replaceAll("\\s+", " ");
        findings.fact(line, new Sysctl(name, text));
        count = name.equals(COUNT) ? number(text) : count;
        max = name.equals(MAX) ? number(text) : max;
        if (count.isPresent() && max.isPresent() && (name.equals(COUNT) || name.equals(MAX))) {
          findings.fact(line, new ConnectionTracking(count.get(), max.get()));
        }
      } else if (line.text().trim().matches(SECRET)) {
        findings.read(line);
      } else if (absent.matches()) {
        String key = absent.group(1) != null ? absent.group(1) : absent.group(2);
        findings.read(line).survey(Survey.of(Subject.SYSCTLS, key.replace('/', '.')));
      }
    }
    return findings.build();
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
