package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code cat /proc/loadavg} and {@code cat /proc/meminfo}, proc(5); memory in kibibytes.
 *
 * <pre>
 * 10.09 6.30 6.05 19/452 7949
 * </pre>
 *
 * <pre>
 * MemTotal:       24683368 kB
 * MemFree:        22831472 kB
 * MemAvailable:   23636632 kB
 * </pre>
 */
public final class ProcFileParser implements OutputParser {

  private static final Pattern LOAD =
      Pattern.compile("([0-9]{1,6}\\.[0-9]{2}) [0-9.]{4,9} [0-9.]{4,9} [0-9]+/[0-9]+ [0-9]+\\s*");
  private static final Pattern MEMORY =
      Pattern.compile("([\\w()]{2,40}):\\s+([0-9]{1,15})(?: kB)?\\s*");
  private static final Pattern FILE = Pattern.compile(".*/proc/(loadavg|meminfo)");

  @Override
  public String tool() {
    return "/proc/loadavg";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return FILE.matcher(command.tail()).matches();
  }

  @Override
  public boolean begins(Line line) {
    return LOAD.matcher(line.text()).matches() || line.text().matches("MemTotal: +[0-9]+ kB\\s*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<Double> total = Optional.empty();
    for (Line line : block.lines()) {
      Matcher load = LOAD.matcher(line.text());
      Matcher memory = MEMORY.matcher(line.text());
      if (load.matches()) {
        findings.fact(line, Loads.average(Double.parseDouble(load.group(1))));
      } else if (memory.matches()) {
        double amount = Double.parseDouble(memory.group(2));
        if (memory.group(1).equals("MemTotal")) {
          total = Optional.of(amount).filter(t -> t > 0);
        } else if (memory.group(1).equals("MemAvailable") && total.isPresent()) {
          findings.fact(line, Loads.available(100 * amount / total.get()));
        }
        findings.read(line);
      }
    }
    return findings.build();
  }
}
