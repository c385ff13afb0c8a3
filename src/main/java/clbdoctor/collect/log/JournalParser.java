package clbdoctor.collect.log;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import java.util.Optional;

/**
 * {@code journalctl -u nginx --since=-15min}, journalctl(1): what services say.
 *
 * <pre>
 * Nov 22 18:40:01 web-1 nginx[812]: nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)
 * </pre>
 *
 * Lines of the kernel, with -k, are read as those of dmesg.
 */
public final class JournalParser implements OutputParser {

  private static final String ENTRY =
      "(?:[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8}|[0-9T:.+-]{19,35}) \\S+ [^ ]{1,80}: .*";

  @Override
  public String tool() {
    return "journalctl";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("journalctl") && !command.option('k');
  }

  /** System logs of other programs look the same. */
  @Override
  public boolean begins(Line line) {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      if (line.text().matches(ENTRY)) {
        findings.fact(
            line,
            new LogLine(LogKind.SYSTEM, line.text().trim(), Optional.empty(), Optional.empty()));
      } else if (line.text().matches("-- .* --|-- .*|\\s+.*")) {
        findings.read(line);
      }
    }
    return findings.build();
  }
}
