package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code nproc}: the number of processor cores; also {@code grep -c processor /proc/cpuinfo} and
 * the line of {@code lscpu}.
 *
 * <pre>
 * CPU(s):                          4
 * </pre>
 */
public final class NprocParser implements OutputParser {

  private static final Pattern NUMBER = Pattern.compile("(?:CPU\\(s\\):\\s*)?([1-9][0-9]{0,3})");

  @Override
  public String tool() {
    return "nproc";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("nproc")
        || command.program().equals("lscpu")
        || command
            .text()
            .matches("(?:e?grep|cat) .*/proc/cpuinfo.*(?:wc -l|grep -c.*)|grep -c.*/proc/cpuinfo");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("CPU\\(s\\):\\s+[0-9]+");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean lscpu = block.lines().stream().anyMatch(this::begins);
    for (Line line : block.lines()) {
      Matcher number = NUMBER.matcher(line.text().trim());
      if (number.matches()) {
        findings.fact(line, Loads.cores(Integer.parseInt(number.group(1))));
      } else if (lscpu) {
        findings.read(line);
      }
    }
    return findings.build();
  }
}
