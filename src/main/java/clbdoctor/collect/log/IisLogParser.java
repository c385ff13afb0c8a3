package clbdoctor.collect.log;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import java.util.List;
import java.util.Optional;

/**
 * A log of Internet Information Services in the W3C extended format.
 *
 * <pre>
 * #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken
 * 2026-11-22 10:40:01 10.0.0.10 HEAD / - 80 - 100.64.3.7 clb-healthcheck 503 0 0 1
 * </pre>
 */
public final class IisLogParser implements OutputParser {

  @Override
  public String tool() {
    return "IIS log";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.tail().matches("(?i).*u_ex[0-9]+.*\\.log.*|.*\\\\LogFiles\\\\.*");
  }

  @Override
  public boolean begins(Line line) {
    return line.text()
        .matches("#Software: Microsoft Internet Information Services.*|#Fields: date time .*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<String> fields = List.of();
    for (Line line : block.lines()) {
      List<String> words = line.words();
      if (line.text().startsWith("#Fields: ")) {
        fields = words.subList(1, words.size());
      }
      if (line.text().startsWith("#")) {
        findings.read(line);
      } else if (words.size() == fields.size() && !words.isEmpty()) {
        entry(findings, block, line, words, fields);
      }
    }
    return findings.build();
  }

  private static void entry(
      Findings findings, Block block, Line line, List<String> words, List<String> fields) {
    Optional<Integer> status =
        field("sc-status", words, fields)
            .filter(s -> s.matches("[1-5][0-9]{2}"))
            .map(Integer::valueOf);
    String agent = line.text().replace('+', ' ');
    findings.fact(
        line, CheckAgents.entry(line, field("c-ip", words, fields), status, agent, block));
  }

  private static Optional<String> field(String name, List<String> words, List<String> fields) {
    int at = fields.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(words.get(at));
  }
}
