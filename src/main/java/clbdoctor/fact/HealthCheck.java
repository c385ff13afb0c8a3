package clbdoctor.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters of the health check, as the load balancer's console or API shows them. */
public record HealthCheck(
    @About(value = "TCP, HTTP, HTTPS, TLS, GRPC, PING, UDP_PORT or CUSTOM", example = "HTTP")
        CheckMethod method,
    @About(
            value = "port of the check, when it is not the back-end port",
            example = "80",
            min = 1,
            max = 65535)
        Optional<Integer> port,
    @About(value = "response timeout in seconds", example = "2", min = 0, max = 86400)
        Optional<Integer> timeoutSeconds,
    @About(value = "time between two checks in seconds", example = "5", min = 0, max = 86400)
        Optional<Integer> intervalSeconds,
    @About(value = "successes in a row until healthy", example = "3", min = 0, max = 1000)
        Optional<Integer> healthyThreshold,
    @About(value = "failures in a row until unhealthy", example = "3", min = 0, max = 1000)
        Optional<Integer> unhealthyThreshold,
    @About(
            value = "accepted HTTP status: classes, codes, ranges or the API's bit mask 1-31",
            example = "[2xx, 3xx]")
        Optional<StatusSet> acceptedStatus,
    @About(value = "path of the check", example = "/health.html") Optional<String> path,
    @About(
            value = "check domain, sent as Host; empty when no Host is sent",
            example = "www.example.com")
        Optional<String> domain,
    @About(value = "HEAD or GET", example = "GET") Optional<HttpMethod> httpMethod,
    @About(value = "HTTP/1.0, HTTP/1.1 or HTTP/2", example = "HTTP/1.1")
        Optional<HttpVersion> httpVersion,
    @About(value = "addresses the check comes from", example = "[100.64.0.0/10]")
        List<IpNetwork> sources,
    @About(value = "false when the check is switched off", example = "true")
        Optional<Boolean> enabled,
    @About(value = "bytes that a custom check sends", example = "PING") Optional<String> sends,
    @About(value = "beginning of the answer that a custom check expects", example = "+PONG")
        Optional<String> expects,
    @About(value = "how these bytes are written: TEXT or HEX", example = "TEXT")
        Optional<ContextEncoding> encoding,
    @About(value = "accepted gRPC codes: one, several or a range", example = "12")
        Optional<String> acceptedGrpcStatus,
    @About(value = "true when the load balancer sends a PROXY protocol header", example = "false")
        Optional<Boolean> sendsProxyProtocol,
    @About(
            value = "cipher suites that the check offers in TLS",
            example = "[ECDHE-RSA-AES128-GCM-SHA256]")
        List<String> cipherSuites,
    @About(
            value = "machines of the load balancer, each of which checks on its own",
            example = "4",
            min = 1,
            max = 1000)
        Optional<Integer> checkers)
    implements Observed {

  public HealthCheck {
    sources = List.copyOf(sources);
    cipherSuites = List.copyOf(cipherSuites);
  }

  /** Whether the check sends an HTTP request, over TLS or not. */
  public boolean http() {
    return method == CheckMethod.HTTP || method == CheckMethod.HTTPS;
  }

  /** Whether the check is known to begin with a TLS handshake. */
  public boolean overTls() {
    return method == CheckMethod.HTTPS || method == CheckMethod.TLS;
  }

  /** Whether the check waits for a program's answer: layer 7, in the words of the console. */
  public boolean waitsForAnswer() {
    return http() || method == CheckMethod.TLS || method == CheckMethod.GRPC;
  }

  /** Whether the check is known to speak HTTP/1.0, with which some proxies do not deal. */
  public boolean oldVersion() {
    return http() && httpVersion.equals(Optional.of(HttpVersion.HTTP_1_0));
  }

  /** Whether the check is known to be switched off. */
  public boolean switchedOff() {
    return enabled.equals(Optional.of(false));
  }

  /** Whether a text of a custom check is declared as hexadecimal and is not. */
  public boolean customTextUnreadable() {
    return method == CheckMethod.CUSTOM
        && encoding.equals(Optional.of(ContextEncoding.HEX))
        && Stream.of(sends, expects).flatMap(Optional::stream).anyMatch(text -> !hex(text));
  }

  /** Whether the text is whole bytes in hexadecimal digits. */
  public static boolean hex(String text) {
    return text.matches("([0-9A-Fa-f]{2})+");
  }

  /** Whether the check needs an answer to ping. */
  public boolean ping() {
    return method == CheckMethod.PING || method == CheckMethod.UDP_PORT;
  }

  @Override
  public String sentence() {
    return "the health check is " + method;
  }
}
