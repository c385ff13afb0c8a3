package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.Row;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.FileSystem;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import java.util.List;
import java.util.Optional;

/**
 * {@code df -h} and {@code df -i}, df(1).
 *
 * <pre>
 * Filesystem      Size  Used Avail Use% Mounted on
 * /dev/vda1        50G   50G     0 100% /
 * </pre>
 */
public final class DfParser implements OutputParser {

  private static final String HEADER =
      "(?:Filesystem|文件系统) .*(?:Use%|Capacity|IUse%|已用%|已用I%|I已用%|使用%)\\s+.*";

  @Override
  public String tool() {
    return "df";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("df");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches(HEADER);
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean inodes = block.option('i');
    boolean headed = false;
    for (Row row : Row.join(block.lines(), DfParser::continues)) {
      Line line = row.line();
      if (begins(line)) {
        inodes = line.text().matches(".*(?:IUse%|已用I%|I已用%).*");
        headed = true;
        findings.read(row);
      } else if (line.text().startsWith("df: ")) {
        findings.unread(line, "df could not look there");
      }
      boolean ofInodes = inodes;
      fileSystem(line, ofInodes).ifPresent(fact -> findings.read(row).fact(line, fact));
    }
    boolean all =
        block
            .command()
            .map(c -> c.filters().isEmpty() && c.tail().matches("(?:-[ahikmPTHl]+ ?){0,9}"))
            .orElse(false);
    return all && headed && !inodes
        ? findings.survey(Survey.of(Subject.FILE_SYSTEMS)).build()
        : findings.build();
  }

  /** A long device name stands on a line of its own. */
  private static boolean continues(Line row, Line next) {
    return row.words().size() == 1 && next.text().startsWith(" ") && next.words().size() >= 5;
  }

  private static Optional<FileSystem> fileSystem(Line line, boolean inodes) {
    List<String> words = line.words();
    for (int i = 4; i < words.size() - 1; i++) {
      if (words.get(i).matches("[0-9]{1,3}%|-") && words.get(i + 1).startsWith("/")) {
        String mount = String.join(" ", words.subList(i + 1, words.size()));
        Optional<Integer> percent =
            words.get(i).equals("-")
                ? Optional.empty()
                : Optional.of(Math.min(100, Integer.parseInt(words.get(i).replace("%", ""))));
        return Optional.of(
            new FileSystem(
                mount, inodes ? Optional.empty() : percent, inodes ? percent : Optional.empty()));
      }
    }
    return Optional.empty();
  }
}
