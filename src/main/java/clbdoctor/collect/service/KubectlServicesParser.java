package clbdoctor.collect.service;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.KubernetesService;
import clbdoctor.fact.TrafficPolicy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code kubectl get services}, and {@code kubectl get service web -o yaml} of one service.
 *
 * <pre>
 * NAME         TYPE           CLUSTER-IP     EXTERNAL-IP   PORT(S)        AGE
 * kubernetes   ClusterIP      10.96.0.1      &lt;none&gt;        443/TCP        90d
 * web          LoadBalancer   10.96.114.7    203.0.113.7   80:30080/TCP   5d
 * </pre>
 *
 * <pre>
 * spec:
 *   externalTrafficPolicy: Local
 *   healthCheckNodePort: 31234
 *   ports:
 *   - nodePort: 30080
 *     port: 80
 * </pre>
 *
 * Of several services that one counts whose node port the check aims at.
 */
public final class KubectlServicesParser implements OutputParser {
  private static final String TITLE =
      "NAME\\s+TYPE\\s+CLUSTER-IP\\s+EXTERNAL-IP\\s+PORT\\(S\\)\\s+AGE.*";
  private static final Pattern ROW =
      Pattern.compile(
          "\\S{1,253}\\s+(?:ClusterIP|NodePort|LoadBalancer|ExternalName)\\s+\\S+\\s+\\S+\\s+(\\S+)\\s+[0-9]+[smhdy]\\S*(?:\\s.*)?");
  private static final Pattern NODE_PORT = Pattern.compile("[0-9]{1,5}:([0-9]{1,5})/[A-Z]+");
  private static final Pattern FIELD =
      Pattern.compile(
          "[\\s-]*(externalTrafficPolicy|healthCheckNodePort|nodePort): (Cluster|Local|[1-9][0-9]{0,4})");

  @Override
  public String tool() {
    return "kubectl get service";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("kubectl")
        && command.tail().matches("(?:-n \\S+ )?get (?:svc|services?)(?:[ /].*)?");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches(TITLE);
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    if (block.lines().stream().anyMatch(line -> line.text().trim().matches(TITLE))) {
      table(findings, block);
    } else {
      description(findings, block.lines());
    }
    return findings.build();
  }

  private static void table(Findings findings, Block block) {
    Map<Line, List<Integer>> rows = new LinkedHashMap<>();
    for (Line line : block.lines()) {
      Matcher row = ROW.matcher(line.text().trim());
      if (row.matches()) {
        List<Integer> ports =
            NODE_PORT
                .matcher(row.group(1))
                .results()
                .flatMap(r -> KubectlParser.port(r.group(1)).stream())
                .toList();
        rows.put(line, ports);
      }
      if (row.matches() || line.text().trim().matches(TITLE)) {
        findings.read(line);
      }
    }
    rows.values().removeIf(List::isEmpty);
    Optional<Integer> aimedAt = block.context().checkedPort();
    rows.forEach(
        (line, ports) -> {
          if (rows.size() == 1 || aimedAt.filter(ports::contains).isPresent()) {
            findings.fact(line, service(Optional.empty(), Optional.empty(), ports));
          }
        });
  }

  private static void description(Findings findings, List<Line> lines) {
    Optional<TrafficPolicy> policy = Optional.empty();
    Optional<Integer> health = Optional.empty();
    Set<Integer> ports = new LinkedHashSet<>();
    for (Line line : lines) {
      Matcher field = FIELD.matcher(line.text());
      String key = field.matches() ? field.group(1) : "";
      switch (key) {
        case "externalTrafficPolicy" -> policy = KubectlParser.policy(field.group(2));
        case "healthCheckNodePort" -> health = KubectlParser.port(field.group(2));
        case "nodePort" -> KubectlParser.port(field.group(2)).ifPresent(ports::add);
        default -> {}
      }
      if (line.text().matches("[\\s-]*[\\w./-]+:(?: .*)?|[\\s-]+.*")) {
        findings.read(line);
      }
    }
    if (policy.isPresent() || !ports.isEmpty()) {
      findings.fact(lines.get(0), service(policy, health, List.copyOf(ports)));
    }
  }

  private static KubernetesService service(
      Optional<TrafficPolicy> policy, Optional<Integer> health, List<Integer> ports) {
    return new KubernetesService(
        policy, health, Optional.empty(), Optional.empty(), ports, Optional.empty());
  }
}
