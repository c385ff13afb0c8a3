package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ProcessState;
import clbdoctor.fact.ProcessStatus;
import java.util.List;
import java.util.Optional;

/**
 * {@code ps aux} and {@code ps -eo pid,stat,wchan,comm}, ps(1): the processes that are stopped,
 * dead or wait for storage, and with a filter those that it leaves.
 *
 * <pre>
 * USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
 * www-data     813  0.0  0.0  57000  6000 ?        T    18:40   0:00 nginx: worker process
 * </pre>
 */
public final class PsParser implements OutputParser {

  private static final List<String> AUX =
      List.of(
          "USER", "PID", "%CPU", "%MEM", "VSZ", "RSS", "TTY", "STAT", "START", "TIME", "COMMAND");

  @Override
  public String tool() {
    return "ps";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ps");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("USER +PID +%CPU +%MEM .* STAT .*COMMAND");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean aux = block.command().map(c -> c.tail().matches("-?a?u?x?[auxw]+")).orElse(false);
    List<String> columns = aux ? AUX : List.of();
    boolean filtered = block.command().map(c -> !c.filters().isEmpty()).orElse(false);
    for (Line line : block.lines()) {
      List<String> words = line.words();
      if (words.contains("PID") && (words.contains("COMMAND") || words.contains("CMD"))) {
        columns = words;
        findings.read(line);
      } else if (words.size() >= columns.size() && !columns.isEmpty()) {
        row(findings, line, columns, filtered);
      }
    }
    return findings.build();
  }

  private static void row(Findings findings, Line line, List<String> columns, boolean filtered) {
    List<String> words = line.words();
    Optional<String> pid = cell(words, columns, "PID").filter(p -> p.matches("[0-9]{1,9}"));
    Optional<String> stat =
        cell(words, columns, "STAT")
            .or(() -> cell(words, columns, "S"))
            .filter(s -> s.matches("[A-Za-z][<NLsl+]*"));
    Optional<String> name =
        cell(words, columns, "COMMAND")
            .or(() -> cell(words, columns, "CMD"))
            .map(PsParser::programName);
    if (pid.isEmpty() || name.isEmpty()) {
      return;
    }
    findings.read(line);
    Optional<ProcessState> state = stat.flatMap(s -> TopParser.state(s.charAt(0)));
    boolean resting =
        state.map(s -> s == ProcessState.SLEEPING || s == ProcessState.RUNNING).orElse(true);
    boolean search = name.get().matches("e?grep|ps");
    if (!search && (filtered || !resting)) {
      findings.fact(
          line,
          new ProcessStatus(name.get(), pid.map(Integer::valueOf), state, cpu(words, columns)));
    }
  }

  private static Optional<Integer> cpu(List<String> words, List<String> columns) {
    return cell(words, columns, "%CPU")
        .filter(percent -> percent.matches("[0-9]{1,5}(\\.[0-9])?"))
        .map(percent -> (int) Math.round(Double.parseDouble(percent)));
  }

  private static Optional<String> cell(List<String> words, List<String> columns, String name) {
    int at = columns.indexOf(name);
    return at < 0 || at >= words.size() ? Optional.empty() : Optional.of(words.get(at));
  }

  private static String programName(String word) {
    return word.substring(word.lastIndexOf('/') + 1).replaceFirst(":$", "");
  }
}
