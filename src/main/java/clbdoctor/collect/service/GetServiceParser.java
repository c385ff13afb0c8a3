package clbdoctor.collect.service;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Service;
import clbdoctor.fact.ServiceState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Get-Service W3SVC} of PowerShell.
 *
 * <pre>
 * Status   Name               DisplayName
 * ------   ----               -----------
 * Stopped  W3SVC              World Wide Web Publishing Service
 * </pre>
 */
public final class GetServiceParser implements OutputParser {

  private static final Pattern ROW =
      Pattern.compile(
          "(Running|Stopped|Paused|StartPending|StopPending)\\s+(\\S{1,100})(?:\\s.*)?");

  @Override
  public String tool() {
    return "Get-Service";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("get-service") || command.program().equals("gsv");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().trim().matches("Status\\s+Name\\s+DisplayName");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Matcher row = ROW.matcher(line.text().trim());
      if (row.matches()) {
        ServiceState state =
            row.group(1).equals("Running") ? ServiceState.RUNNING : ServiceState.STOPPED;
        findings.fact(
            line,
            new Service(row.group(2), state, Software.ofService(row.group(2)), Optional.empty()));
      } else if (begins(line) || line.text().trim().matches("-+\\s+-+\\s+-+")) {
        findings.read(line);
      }
    }
    return findings.build();
  }
}
