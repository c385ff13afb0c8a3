package clbdoctor.collect.service;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ProcessStatus;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code tasklist} of Windows; it names the process ids that netstat gives.
 *
 * <pre>
 * Image Name                     PID Session Name        Session#    Mem Usage
 * ========================= ======== ================ =========== ============
 * System                           4 Services                   0        136 K
 * nginx.exe                     2412 Services                   0      8,120 K
 * </pre>
 */
public final class TasklistParser implements OutputParser {

  private static final Pattern ROW =
      Pattern.compile("(\\S.{0,80}?)\\s+([0-9]{1,9})\\s+(?:\\S+\\s+)?[0-9]{1,4}\\s+[0-9,.]+ K");
  private static final Pattern HEADER =
      Pattern.compile("(?:Image Name|映像名称)\\s+PID\\s.*|=+ =+ =+ .*");

  @Override
  public String tool() {
    return "tasklist";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("tasklist") && !command.argumentIgnoringCase("/svc");
  }

  @Override
  public boolean begins(Line line) {
    return HEADER.matcher(line.text()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Matcher row = ROW.matcher(line.text().trim());
      if (row.matches()) {
        findings.fact(
            line,
            new ProcessStatus(
                row.group(1).trim(),
                Optional.of(Integer.valueOf(row.group(2))),
                Optional.empty(),
                Optional.empty()));
      } else if (begins(line) || line.text().matches("(?:INFO|信息): .*")) {
        findings.read(line);
      }
    }
    return findings.build();
  }
}
