package clbdoctor.collect.service;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.Service;
import clbdoctor.fact.ServiceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code systemctl status nginx}, {@code systemctl is-active nginx}, systemctl(1).
 *
 * <pre>
 * ● nginx.service - A high performance web server and a reverse proxy server
 *      Loaded: loaded (/lib/systemd/system/nginx.service; enabled; preset: enabled)
 *      Active: failed (Result: exit-code) since Sun 2026-11-22 18:40:01 UTC; 5min ago
 *    Main PID: 812 (code=exited, status=1/FAILURE)
 *
 * Nov 22 18:40:01 web nginx[812]: nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)
 * </pre>
 *
 * The lines of the journal below it are lines of the system log.
 */
public final class SystemctlParser implements OutputParser {

  private static final Pattern UNIT =
      Pattern.compile("[●○×↻*x] ([\\w@.:-]{1,120}?)(?:\\.service)?(?: - .*)?");
  private static final String ANSWER = "active|inactive|failed|activating";
  private static final Pattern ACTIVE =
      Pattern.compile("\\s*Active: ([a-z-]{4,20})(?: \\(([^)]{1,60})\\))?(.*)");
  private static final Pattern FIELD =
      Pattern.compile(
          "\\s*(?:Loaded|Drop-In|Docs|Process|Main PID|Status|Tasks|Memory|CPU|CGroup|TriggeredBy|Invocation|IO|IP|FD Store|Error): .*|\\s+[├└│].*|\\s+/\\S+\\.d|\\s*`-.*|\\s*\\|-.*|Hint: .*|Warning: .*");
  private static final Pattern JOURNAL =
      Pattern.compile(
          "(?:[A-Z][a-z]{2}|[0-9]{1,2}月) [ 0-9]?[0-9] [0-9:]{8} \\S+ .{1,60}?: .*|-- .* --");

  @Override
  public String tool() {
    return "systemctl";
  }

  @Override
  public boolean reads(ShellCommand command) {
    boolean verb = command.argument("status") || command.argument("is-active");
    return command.program().equals("systemctl") && verb
        || command.program().equals("service") && command.argument("status");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("[●○×↻] [\\w@.:-]{1,120}\\.service(?: - .*)?");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<String> names = operands(block);
    Optional<String> name = names.stream().findFirst();
    int answers = 0;
    for (Line line : block.lines()) {
      Matcher unit = UNIT.matcher(line.text());
      Matcher active = ACTIVE.matcher(line.text());
      if (unit.matches()) {
        name = Optional.of(unit.group(1));
        findings.read(line);
      } else if (active.matches() && name.isPresent()) {
        findings.fact(line, service(name.get(), active));
      } else if (JOURNAL.matcher(line.text()).matches()) {
        journal(findings, line);
      } else if (FIELD.matcher(line.text()).matches()) {
        findings.read(line);
      } else if (answers < names.size() && line.text().matches(ANSWER)) {
        findings.fact(line, of(names.get(answers++), state(line.text(), ""), Optional.empty()));
      } else if (line.text().matches("Unit \\S+ could not be found\\.")) {
        findings.unread(line, "there is no service of this name");
      }
    }
    return findings.build();
  }

  private static List<String> operands(Block block) {
    List<String> names = new ArrayList<>();
    block.command().ifPresent(c -> names.addAll(c.arguments()));
    names.removeIf(word -> word.startsWith("-") || word.matches("status|is-active"));
    names.replaceAll(word -> word.replaceFirst("\\.service$", ""));
    return names;
  }

  private static Service service(String name, Matcher active) {
    String detail = active.group(2) == null ? "" : active.group(2);
    return of(name, state(active.group(1), detail), Since.seconds(active.group(3)));
  }

  private static Service of(String name, ServiceState state, Optional<Integer> seconds) {
    return new Service(
        name,
        state,
        Software.ofService(name),
        Optional.empty(),
        state == ServiceState.RUNNING ? seconds : Optional.empty());
  }

  private static ServiceState state(String active, String detail) {
    return switch (active) {
      case "active", "reloading" -> ServiceState.RUNNING;
      case "failed" -> ServiceState.FAILED;
      case "activating" ->
          detail.contains("auto-restart") ? ServiceState.RESTARTING : ServiceState.STOPPED;
      default -> ServiceState.STOPPED;
    };
  }

  private static void journal(Findings findings, Line line) {
    if (line.text().startsWith("-- ")) {
      findings.read(line);
    } else {
      findings.fact(
          line,
          new LogLine(LogKind.SYSTEM, line.text().trim(), Optional.empty(), Optional.empty()));
    }
  }
}
