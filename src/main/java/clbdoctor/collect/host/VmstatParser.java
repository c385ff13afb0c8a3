package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import java.util.List;

/**
 * {@code vmstat 1 3}, vmstat(8).
 *
 * <pre>
 * procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----
 *  r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st
 *  1  0      0 512000  20000 900000    0    0     5    10  100  200  3  1 95  1  0
 *  2  0      0 511000  20000 900000    0    0     0     0  120  210 10  2 88  0  0
 * </pre>
 *
 * The first row is the average since the start and counts only when it is the only one; of the
 * others the last.
 */
public final class VmstatParser implements OutputParser {

  @Override
  public String tool() {
    return "vmstat";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("vmstat");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("procs -+memory-+ .*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<String> columns = List.of();
    Runnable last = () -> {};
    for (Line line : block.lines()) {
      List<String> words = line.words();
      if (words.contains("swpd") && words.contains("id")) {
        columns = words;
        findings.read(line);
      } else if (line.text().startsWith("procs ")) {
        findings.read(line);
      } else if (words.size() >= columns.size()
          && !columns.isEmpty()
          && numbers(words, columns.size())) {
        List<String> header = columns;
        last = () -> row(findings, line, header);
        findings.read(line);
      }
    }
    last.run();
    return findings.build();
  }

  /** With {@code -t} a date and a time stand behind the columns. */
  private static boolean numbers(List<String> words, int columns) {
    return words.subList(0, columns).stream().allMatch(word -> word.matches("[0-9]{1,12}"))
        && words.stream().skip(columns).allMatch(word -> word.matches("[0-9:-]+"));
  }

  private static void row(Findings findings, Line line, List<String> columns) {
    List<String> words = line.words();
    findings.fact(
        line, Loads.busy(100 - number(words, columns, "id") - number(words, columns, "wa")));
    findings.fact(line, Loads.ioWait(number(words, columns, "wa")));
    findings.fact(
        line, Loads.swapping((int) (number(words, columns, "si") + number(words, columns, "so"))));
  }

  private static double number(List<String> words, List<String> columns, String name) {
    int at = columns.indexOf(name);
    return at < 0 ? 0 : Double.parseDouble(words.get(at));
  }
}
