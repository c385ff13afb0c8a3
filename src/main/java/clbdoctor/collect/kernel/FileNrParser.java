package clbdoctor.collect.kernel;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.FileDescriptors;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code cat /proc/sys/fs/file-nr}, proc_sys_fs(5): open files of the whole system, unused ones,
 * and how many there may be.
 *
 * <pre>
 * 2146    0       2466170
 * </pre>
 */
public final class FileNrParser implements OutputParser {

  private static final Pattern LINE =
      Pattern.compile("([0-9]{1,18})\\s+([0-9]{1,18})\\s+([0-9]{1,18})");

  @Override
  public String tool() {
    return "/proc/sys/fs/file-nr";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.filters().isEmpty() && command.tail().equals("/proc/sys/fs/file-nr");
  }

  /** Three numbers alone may be anything. */
  @Override
  public boolean begins(Line line) {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Matcher numbers = LINE.matcher(line.text().trim());
      if (numbers.matches()) {
        long unused = Long.parseLong(numbers.group(2));
        findings.fact(
            line,
            new FileDescriptors(
                Optional.empty(),
                Optional.empty(),
                Math.max(0, Long.parseLong(numbers.group(1)) - unused),
                Long.parseLong(numbers.group(3))));
      }
    }
    return findings.build();
  }
}
