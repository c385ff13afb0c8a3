package clbdoctor.fact;

import java.util.Optional;

/** One test of the port, and what came back. */
public record Probe(
    @About(value = "CHECK_SOURCE, PEER, SERVER_TO_PRIVATE or SERVER_TO_LOOPBACK", example = "PEER")
        Vantage from,
    @About(value = "CONNECT, HTTP, HTTPS, TLS, GRPC, PING, UDP or CUSTOM", example = "HTTP")
        ProbeMethod method,
    @About(
            value =
                "ANSWERED, CONNECTED, REFUSED, TIMED_OUT, UNREACHABLE, PROHIBITED, PORT_UNREACHABLE, CONNECTED_SILENT, CLOSED_AT_ONCE, TLS_FAILED, MALFORMED or NOT_CONNECTED",
            example = "ANSWERED")
        ProbeOutcome outcome,
    @About(value = "port, when it is not the checked one", example = "80", min = 1, max = 65535)
        Optional<Integer> port,
    @About(value = "HTTP status that came back", example = "200", min = 100, max = 999)
        Optional<Integer> status,
    @About(value = "milliseconds until the answer", example = "12", min = 0)
        Optional<Integer> latencyMillis,
    @About(value = "request method, when it is not the check's", example = "GET")
        Optional<HttpMethod> httpMethod,
    @About(value = "HTTP version, when it is not the check's", example = "HTTP/1.1")
        Optional<HttpVersion> httpVersion,
    @About(value = "Host header, when it is not the check domain", example = "www.example.com")
        Optional<String> host,
    @About(value = "path, when it is not the check path", example = "/health.html")
        Optional<String> path,
    @About(value = "where a redirect points to", example = "https://www.example.com/")
        Optional<String> location,
    @About(value = "server name sent in TLS; empty when none was sent", example = "www.example.com")
        Optional<String> serverName,
    @About(
            value = "TLS version that was negotiated, or the only one that was offered",
            example = "TLSv1.2")
        Optional<String> tlsVersion,
    @About(
            value = "what the TLS library says of a failed handshake",
            example = "wrong version number")
        Optional<String> tlsError,
    @About(value = "gRPC status code that came back", example = "12", min = 0, max = 99)
        Optional<Integer> grpcStatus,
    @About(
            value = "beginning of an answer that is not HTTP; bytes that are not ASCII as \\xHH",
            example = "+PONG")
        Optional<String> answer,
    @About(value = "echo requests without an answer, percent", example = "0", min = 0, max = 100)
        Optional<Integer> lossPercent,
    @About(
            value = "bytes of data in an echo request that must not be fragmented",
            example = "1472",
            min = 0,
            max = 65507)
        Optional<Integer> payloadBytes)
    implements Observed {

  /** Whether the probe reached the server over the network, not from the server itself. */
  public boolean fromOutside() {
    return from == Vantage.CHECK_SOURCE || from == Vantage.PEER;
  }

  /**
   * Whether the server was called unreachable only after some seconds: so long the kernel asks in
   * vain for the hardware address of the next hop.
   */
  public boolean unreachableAfterPause() {
    return outcome == ProbeOutcome.UNREACHABLE && latencyMillis.map(ms -> ms >= 2500).orElse(false);
  }

  /** Whether a TCP connection to the port came about. */
  public boolean connected() {
    return switch (outcome) {
      case ANSWERED -> method != ProbeMethod.PING && method != ProbeMethod.UDP;
      case CONNECTED, CONNECTED_SILENT, CLOSED_AT_ONCE, TLS_FAILED, MALFORMED -> true;
      default -> false;
    };
  }

  @Override
  public String sentence() {
    return ProbeSentence.of(this);
  }
}
