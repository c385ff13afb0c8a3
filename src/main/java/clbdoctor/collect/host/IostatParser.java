package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import java.util.List;

/**
 * {@code iostat -dx 1 3}, iostat(1): how much of the time each device is busy; the first report is
 * an average since the start of the system and counts only when it is the only one.
 *
 * <pre>
 * Device            r/s     rkB/s     w/s     wkB/s  aqu-sz  %util
 * vda             12.39    255.92    4.86    305.65    0.03   0.44
 * </pre>
 */
public final class IostatParser implements OutputParser {

  @Override
  public String tool() {
    return "iostat";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("iostat");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("Device:? +.* %util");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    long reports = block.lines().stream().filter(this::begins).count();
    int report = 0;
    int columns = 0;
    for (Line line : block.lines()) {
      List<String> words = line.words();
      if (begins(line)) {
        report++;
        columns = words.size();
        findings.read(line);
      } else if (columns > 0 && words.size() == columns) {
        String utilization = words.get(columns - 1);
        findings.read(line);
        if ((report > 1 || reports == 1) && utilization.matches("[0-9]{1,4}\\.[0-9]{1,2}")) {
          findings.fact(line, Loads.utilization(Double.parseDouble(utilization)));
        }
      } else if (line.text().matches("Linux .*|avg-cpu: .*|[ 0-9.]+")) {
        findings.read(line);
      }
    }
    return findings.build();
  }
}
