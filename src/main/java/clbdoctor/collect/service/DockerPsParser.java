package clbdoctor.collect.service;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.Row;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Container;
import clbdoctor.fact.ContainerState;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.PublishedPort;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * {@code docker ps -a}, podman and nerdctl alike.
 *
 * <pre>
 * CONTAINER ID   IMAGE        COMMAND                  CREATED        STATUS        PORTS                                   NAMES
 * 4c01db0b339c   nginx:1.27   "/docker-entrypoint.…"   2 hours ago    Up 2 hours    0.0.0.0:80-&gt;8080/tcp, :::80-&gt;8080/tcp   web
 * </pre>
 *
 * Ports of containers that do not run are not shown.
 */
public final class DockerPsParser implements OutputParser {

  private static final Pattern HEADER =
      Pattern.compile("CONTAINER ID\\s+IMAGE\\s+COMMAND\\s+.*NAMES");
  private static final Pattern ROW =
      Pattern.compile("[0-9a-f]{12,64}\\s+\\S+\\s+(?:\"[^\"]*\"|“[^”]*”|\\S.*?)\\s{2,}.*");
  private static final Pattern STATUS =
      Pattern.compile(
          "\\s(Up|Exited|Restarting|Created|Dead|Paused)\\b(?: [^(]{0,40}\\((healthy|unhealthy|Paused)\\))?");
  private static final Pattern PORT =
      Pattern.compile("(?:(\\[?[0-9a-fA-F.:]{2,45}?]?):)?([0-9]{1,5})->([0-9]{1,5})/tcp");

  @Override
  public String tool() {
    return "docker ps";
  }

  @Override
  public boolean reads(ShellCommand command) {
    boolean engine = Set.of("docker", "podman", "nerdctl").contains(command.program());
    boolean list = command.argument("ps") || command.tail().startsWith("container ls");
    return engine && list && !command.tail().contains("--format") && !command.option('q');
  }

  @Override
  public boolean begins(Line line) {
    return HEADER.matcher(line.text().trim()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean headed = false;
    for (Row row : Row.join(block.lines(), DockerPsParser::continues)) {
      if (begins(row.line())) {
        headed = true;
        findings.read(row);
      } else if (ROW.matcher(row.line().text()).matches()) {
        container(findings, row);
      }
    }
    boolean all = block.command().map(c -> c.filters().isEmpty() && !c.option('f')).orElse(false);
    return all && headed
        ? findings.survey(Survey.of(Subject.CONTAINERS)).build()
        : findings.build();
  }

  private static boolean continues(Line row, Line next) {
    return ROW.matcher(row.text()).matches() && next.text().startsWith(" ") && !next.blank();
  }

  private static void container(Findings findings, Row row) {
    String text = row.line().text();
    List<String> words = row.line().words();
    String name = words.get(words.size() - 1);
    Optional<MatchResult> status = STATUS.matcher(text).results().findFirst();
    if (status.isEmpty()) {
      return;
    }
    String note = status.get().group(2) == null ? "" : status.get().group(2);
    ContainerState state = state(status.get().group(1), note);
    Optional<Boolean> healthy =
        note.matches("healthy|unhealthy") ? Optional.of(note.equals("healthy")) : Optional.empty();
    findings.read(row);
    findings.fact(row.line(), new Container(name, state, healthy, Optional.of(words.get(1))));
    PORT.matcher(text)
        .results()
        .flatMap(port -> published(name, port).stream())
        .forEach(port -> findings.fact(row.line(), port));
  }

  private static ContainerState state(String word, String note) {
    return note.equals("Paused")
        ? ContainerState.PAUSED
        : switch (word) {
          case "Up" -> ContainerState.RUNNING;
          case "Restarting" -> ContainerState.RESTARTING;
          case "Created" -> ContainerState.CREATED;
          case "Dead" -> ContainerState.DEAD;
          case "Paused" -> ContainerState.PAUSED;
          default -> ContainerState.EXITED;
        };
  }

  private static Optional<PublishedPort> published(String name, MatchResult port) {
    String address = port.group(1) == null ? "0.0.0.0" : port.group(1).replaceAll("[\\[\\]]", "");
    int outer = Integer.parseInt(port.group(2));
    int inner = Integer.parseInt(port.group(3));
    boolean valid = outer > 0 && outer < 65536 && inner > 0 && inner < 65536;
    return IpAddress.tryParse(address)
        .filter(a -> valid)
        .map(a -> new PublishedPort(name, a, outer, inner));
  }
}
