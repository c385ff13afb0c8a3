package clbdoctor.collect.security;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Selinux;
import clbdoctor.fact.SelinuxMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code getenforce} and {@code sestatus}.
 *
 * <pre>
 * Enforcing
 * </pre>
 *
 * <pre>
 * SELinux status:                 enabled
 * Current mode:                   enforcing
 * </pre>
 */
public final class GetenforceParser implements OutputParser {

  private static final Pattern MODE =
      Pattern.compile(
          "(?i)(?:Current mode:\\s+|SELinux status:\\s+)?(enforcing|permissive|disabled)");

  @Override
  public String tool() {
    return "getenforce";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("getenforce") || command.program().equals("sestatus");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("SELinux status:\\s+\\w+");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Matcher mode = MODE.matcher(line.text().trim());
      if (mode.matches()) {
        findings.fact(line, new Selinux(mode(mode.group(1))));
      } else if (line.text().matches("[A-Z][\\w ]+:\\s+\\S.*")) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  private static SelinuxMode mode(String word) {
    return SelinuxMode.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
