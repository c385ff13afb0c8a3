package clbdoctor.collect.service;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.KubernetesService;
import clbdoctor.fact.TrafficPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code kubectl describe service web} of one service, and {@code kubectl get endpoints web}.
 *
 * <pre>
 * Name:                     web
 * Type:                     LoadBalancer
 * NodePort:                 http  30080/TCP
 * Endpoints:                10.244.1.5:8080,10.244.2.7:8080
 * External Traffic Policy:  Local
 * HealthCheck NodePort:     31234
 * </pre>
 *
 * <pre>
 * NAME   ENDPOINTS   AGE
 * web    &lt;none&gt;      5d
 * </pre>
 *
 * Which node a pod is on, it does not say: only that there is none anywhere, and so none here.
 */
public final class KubectlParser implements OutputParser {

  private static final Pattern FIELD = Pattern.compile("([A-Z][A-Za-z ]{1,30}):(?:\\s+(.*))?");
  private static final Pattern NODE_PORT = Pattern.compile("(?:\\S+\\s+)?([0-9]{1,5})/\\w+");
  private static final Pattern ROW = Pattern.compile("(\\S{1,253})\\s+(\\S+)\\s+[0-9]+[smhdy]\\S*");
  private static final String TITLE = "NAME\\s+ENDPOINTS\\s+AGE";

  @Override
  public String tool() {
    return "kubectl";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("kubectl")
        && command
            .tail()
            .matches("(?:-n \\S+ )?(?:describe (?:svc|services?)|get (?:ep|endpoints?))[ /].*");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches(TITLE);
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean table = block.lines().stream().anyMatch(line -> line.text().trim().matches(TITLE));
    if (table) {
      endpoints(findings, block.lines());
    } else {
      description(findings, block.lines());
    }
    return findings.build();
  }

  /** The endpoints of one service; of several nobody knows which one is meant. */
  private static void endpoints(Findings findings, List<Line> lines) {
    List<Line> rows = new ArrayList<>();
    for (Line line : lines) {
      if (line.text().trim().matches(TITLE)) {
        findings.read(line);
      } else if (ROW.matcher(line.text().trim()).matches()) {
        rows.add(line);
      }
    }
    for (Line row : rows) {
      Matcher matcher = ROW.matcher(row.text().trim());
      if (rows.size() == 1 && matcher.matches() && matcher.group(2).equals("<none>")) {
        findings.fact(row, service(Optional.empty(), Optional.empty(), Optional.of(0), List.of()));
      } else if (rows.size() > 1) {
        findings.unread(row, "nobody knows which of the services is behind the port");
      }
      findings.read(row);
    }
  }

  private static void description(Findings findings, List<Line> lines) {
    Optional<Line> name = Optional.empty();
    Optional<TrafficPolicy> policy = Optional.empty();
    Optional<Integer> health = Optional.empty();
    Optional<Integer> local = Optional.empty();
    List<Integer> ports = new ArrayList<>();
    for (Line line : lines) {
      Matcher field = FIELD.matcher(line.text());
      String value = field.matches() && field.group(2) != null ? field.group(2).trim() : "";
      switch (field.matches() ? field.group(1) : "") {
        case "Name" -> name = Optional.of(line);
        case "External Traffic Policy" -> policy = policy(value);
        case "HealthCheck NodePort" -> health = port(value);
        case "NodePort" -> port(value).ifPresent(ports::add);
        case "Endpoints" ->
            local = value.isEmpty() || value.equals("<none>") ? Optional.of(0) : local;
        default -> {}
      }
      if (field.matches() || line.text().matches("\\s+.*")) {
        findings.read(line);
      }
    }
    if (name.isPresent()) {
      findings.fact(name.get(), service(policy, health, local, ports));
    }
  }

  static Optional<TrafficPolicy> policy(String value) {
    return value.matches("Cluster|Local")
        ? Optional.of(TrafficPolicy.valueOf(value.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  static Optional<Integer> port(String value) {
    Matcher port = NODE_PORT.matcher(value.matches("[0-9]{1,5}") ? value + "/TCP" : value);
    return port.matches()
        ? Optional.of(Integer.valueOf(port.group(1))).filter(p -> p >= 1 && p <= 65535)
        : Optional.empty();
  }

  private static KubernetesService service(
      Optional<TrafficPolicy> policy,
      Optional<Integer> health,
      Optional<Integer> local,
      List<Integer> ports) {
    return new KubernetesService(policy, health, local, Optional.empty(), ports, Optional.empty());
  }
}
