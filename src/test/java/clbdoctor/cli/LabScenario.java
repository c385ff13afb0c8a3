package clbdoctor.cli;

import clbdoctor.diagnosis.Certainty;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A situation of the lab; the files scenarios/*.yaml hold them.
 *
 * @param scenario what it is, in a line
 * @param check the health check, as in a fact file; what is left out is {@link #USUAL_CHECK}
 * @param listener protocol of the listener
 * @param port back-end port
 * @param known further sections of the report that the operator hands in
 * @param server commands that set up the server, see server.sh
 * @param router commands in the router's namespace
 * @param source commands in the check source's namespace
 * @param cures the ground truth: the causes, each with the commands that take it away; begins with
 *     {@code router:} or {@code source:} what does not run on the server
 * @param outside of these causes, those that no look from the server can tell
 * @param rivals causes that are not so, but that nobody can exclude who stands there, each with the
 *     reason; named POSSIBLE, or at most LIKELY where the reason begins with {@code LIKELY}
 * @param masked causes that show only when the one before them is cured
 * @param capture whether the operator asks for a packet capture too
 */
record LabScenario(
    String scenario,
    Map<String, Object> check,
    String listener,
    Integer port,
    String known,
    String server,
    String router,
    String source,
    @JsonProperty(required = true) Map<String, String> cures,
    List<String> outside,
    Map<String, String> rivals,
    List<String> masked,
    boolean capture) {

  private static final Map<String, Object> USUAL_CHECK =
      Map.of(
          "method",
          "HTTP",
          "timeoutSeconds",
          4,
          "intervalSeconds",
          6,
          "healthyThreshold",
          3,
          "unhealthyThreshold",
          3,
          "path",
          "/health.html",
          "httpMethod",
          "GET",
          "httpVersion",
          "HTTP/1.1",
          "acceptedStatus",
          List.of("2xx"),
          "sources",
          List.of("100.64.0.0/10"));

  private static final List<String> OF_HTTP =
      List.of("path", "httpMethod", "httpVersion", "acceptedStatus");

  LabScenario {
    check = check == null ? Map.of() : check;
    port = port == null ? 80 : port;
    known = known == null ? "" : known;
    server = server == null ? "" : server;
    router = router == null ? "" : router;
    source = source == null ? "" : source;
    outside = outside == null ? List.of() : outside;
    masked = masked == null ? List.of() : masked;
    rivals = rivals == null ? Map.of() : rivals;
  }

  static List<LabScenario> all(Path folder) throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    List<LabScenario> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        all.addAll(yaml.readValue(file.toFile(), new TypeReference<List<LabScenario>>() {}));
      }
    }
    return all;
  }

  /** Whether it says that this cause may be named so surely, though it is not so. */
  boolean tolerates(String cause, Certainty certainty) {
    String reason = rivals.get(cause);
    return reason != null
        && (certainty == Certainty.POSSIBLE
            || certainty == Certainty.LIKELY && reason.startsWith("LIKELY"));
  }

  /** The sections that an operator knows from the load balancer's console. */
  String head() {
    String protocol = listener != null ? listener : usualListener();
    return String.join(
        "\n",
        "schema: 1",
        "report: lab",
        "backEnd: { privateAddress: 10.0.0.10, port: " + port + " }",
        "listener: { protocol: " + protocol + ", port: " + port + backEndProtocol() + " }",
        "healthCheck: " + json(healthCheck()),
        cures.isEmpty() ? "" : "targetState: { state: UNHEALTHY }",
        known,
        "");
  }

  /** The settings of check.sh. */
  Map<String, String> environment() {
    Map<String, Object> sent = healthCheck();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("METHOD", text(sent, "method"));
    environment.put("PORT", sent.getOrDefault("port", port).toString());
    environment.put("TIMEOUT", text(sent, "timeoutSeconds"));
    environment.put("URLPATH", text(sent, "path"));
    environment.put("HTTPMETHOD", text(sent, "httpMethod"));
    environment.put("HTTPVERSION", text(sent, "httpVersion"));
    environment.put("ACCEPT", pattern(sent));
    environment.put("GRPC", text(sent, "acceptedGrpcStatus"));
    if (sent.containsKey("domain")) {
      environment.put("DOMAIN", text(sent, "domain"));
    }
    for (String bytes : List.of("sends", "expects")) {
      if (sent.containsKey(bytes)) {
        environment.put(bytes.toUpperCase(java.util.Locale.ROOT), text(sent, bytes));
      }
    }
    environment.put("STREAM", usualListener().equals("UDP") || "UDP".equals(listener) ? "" : "1");
    return environment;
  }

  private Map<String, Object> healthCheck() {
    Map<String, Object> whole = new LinkedHashMap<>(USUAL_CHECK);
    if (!check.getOrDefault("method", "HTTP").toString().startsWith("HTTP")) {
      OF_HTTP.forEach(whole::remove);
    }
    whole.putAll(check);
    return whole;
  }

  private String backEndProtocol() {
    String method = healthCheck().get("method").toString();
    return Set.of("HTTPS", "GRPC").contains(method) ? ", backEndProtocol: " + method : "";
  }

  private String usualListener() {
    String method = healthCheck().get("method").toString();
    return switch (method) {
      case "HTTP", "HTTPS" -> method;
      case "GRPC" -> "HTTP";
      case "PING", "UDP_PORT" -> "UDP";
      default -> "TCP";
    };
  }

  private static String pattern(Map<String, Object> sent) {
    Object accepted = sent.getOrDefault("acceptedStatus", List.of());
    List<String> parts =
        ((Collection<?>) accepted).stream().map(a -> a.toString().replace("xx", "..")).toList();
    return "^(" + String.join("|", parts) + ")$";
  }

  private static String text(Map<String, Object> map, String key) {
    return map.getOrDefault(key, "").toString();
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
