package clbdoctor.collect.service;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ApplicationPool;
import clbdoctor.fact.ApplicationPoolState;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code appcmd list apppool}, and {@code Get-IISAppPool} of PowerShell.
 *
 * <pre>
 * APPPOOL "DefaultAppPool" (MgdVersion:v4.0,MgdMode:Integrated,state:Stopped)
 * </pre>
 *
 * <pre>
 * Name                 Status       CLR Ver  Pipeline Mode  Start Mode
 * ----                 ------       -------  -------------  ----------
 * DefaultAppPool       Stopped      v4.0     Integrated     OnDemand
 * </pre>
 */
public final class ApplicationPoolParser implements OutputParser {

  private static final Pattern APPCMD =
      Pattern.compile(
          "APPPOOL \"([^\"]{1,64})\" \\(.*state:(Started|Starting|Stopped|Stopping).*\\)");
  private static final Pattern POWERSHELL =
      Pattern.compile("(\\S.{0,62}?)\\s+(Started|Starting|Stopped|Stopping)(?:\\s+.*)?");
  private static final String HEADER =
      "[Nn]ame\\s+(?:Status|State)\\s+(?:CLR Ver|Applications).*|-[-\\s]+";

  @Override
  public String tool() {
    return "appcmd";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("appcmd") && command.argumentIgnoringCase("apppool")
        || command.program().equals("get-iisapppool");
  }

  @Override
  public boolean begins(Line line) {
    return APPCMD.matcher(line.text()).matches()
        || line.text().matches("Name\\s+Status\\s+CLR Ver.*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Matcher appcmd = APPCMD.matcher(line.text().trim());
      Matcher table = POWERSHELL.matcher(line.text().trim());
      if (line.text().trim().matches(HEADER)) {
        findings.read(line);
      } else if (appcmd.matches()) {
        findings.fact(line, pool(appcmd));
      } else if (table.matches() && !line.text().contains("\"")) {
        findings.fact(line, pool(table));
      }
    }
    return findings.build();
  }

  private static ApplicationPool pool(Matcher row) {
    return new ApplicationPool(
        row.group(1), ApplicationPoolState.valueOf(row.group(2).toUpperCase(Locale.ROOT)));
  }
}
