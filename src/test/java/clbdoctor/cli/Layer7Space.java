package clbdoctor.cli;

import static clbdoctor.cli.Layer4Space.probe;

import java.util.ArrayList;
import java.util.List;

/** What may be seen of a check that asks for an answer: its status, its time, its absence. */
final class Layer7Space {
  private static final String SERVER =
      """
      platform: { os: LINUX, distribution: Debian 12 }
      backEnd: { privateAddress: 10.0.0.10, port: 80 }
      listener: { protocol: HTTP, port: 80, provider: TENCENT }
      targetState: { state: UNHEALTHY }
      sockets: [ { protocol: TCP, address: 0.0.0.0, port: 80, process: nginx } ]
      """;
  private static final String CHECK =
      """
      healthCheck: { method: %s, timeoutSeconds: 2, intervalSeconds: 5, path: /health.html,\
       domain: www.example.com, httpMethod: %s, httpVersion: HTTP/1.1%s }
      """;

  private Layer7Space() {}

  static List<Plane> planes() {
    return List.of(status(), latency(), missing());
  }

  private static Plane status() {
    return new Plane("status", SERVER)
        .axis(
            "accepted",
            "unknown",
            CHECK.formatted("HTTP", "HEAD", ""),
            "2xx",
            CHECK.formatted("HTTP", "HEAD", ", acceptedStatus: [2xx]"),
            "200 and 3xx",
            CHECK.formatted("HTTP", "HEAD", ", acceptedStatus: ['200', 3xx]"),
            "all",
            CHECK.formatted("HTTP", "HEAD", ", acceptedStatus: 31"))
        .axis(
            "status",
            statuses(200, 204, 301, 400, 401, 403, 404, 405, 418, 426, 429, 500, 502, 503, 505))
        .axis(
            "accepted when changed",
            "untried",
            "",
            "Host",
            answered("PEER", ", host: other.example.com"),
            "method",
            answered("PEER", ", httpMethod: GET"),
            "version",
            answered("PEER", ", httpVersion: HTTP/1.0"),
            "path",
            answered("PEER", ", path: /"),
            "source",
            answered("SERVER_TO_PRIVATE", ""))
        .axis(
            "page",
            "unread",
            "",
            "static",
            "testFile: { kind: STATIC }",
            "dynamic",
            "testFile: { kind: DYNAMIC }",
            "missing",
            "testFile: { kind: MISSING }")
        .axis(
            "logs",
            "unread",
            "",
            "nothing",
            "logs: []",
            "dependency",
            error("connect() failed (111: Connection refused) while connecting to upstream"),
            "no space",
            error("write() failed (28: No space left on device)")
                + "\nfileSystems: [ { mountPoint: /var, usedPercent: 100 } ]",
            "code",
            error("PHP Fatal error: Uncaught Error"),
            "malformed",
            error("client sent invalid header line, client: 100.64.3.7"),
            "limit",
            error("768 worker_connections are not enough"))
        .axis(
            "dependencies",
            "unread",
            "",
            "answer",
            "dependencies: [ { name: mysql, available: true } ]",
            "down",
            "dependencies: [ { name: mysql, available: false } ]");
  }

  private static Plane latency() {
    return new Plane("latency", SERVER + CHECK.formatted("HTTP", "HEAD", ", acceptedStatus: [2xx]"))
        .axis(
            "answer",
            "in time",
            probe("CHECK_SOURCE", "HTTP", "ANSWERED, status: 200, latencyMillis: 40"),
            "close",
            probe("CHECK_SOURCE", "HTTP", "ANSWERED, status: 200, latencyMillis: 1800"),
            "just late",
            probe("CHECK_SOURCE", "HTTP", "ANSWERED, status: 200, latencyMillis: 2300"),
            "far too late",
            probe("CHECK_SOURCE", "HTTP", "ANSWERED, status: 200, latencyMillis: 9000"))
        .axis(
            "another page",
            "untried",
            "",
            "in time",
            probe("PEER", "HTTP", "ANSWERED, status: 200, latencyMillis: 40, path: /logo.png"),
            "late",
            probe("PEER", "HTTP", "ANSWERED, status: 200, latencyMillis: 9000, path: /logo.png"))
        .axis("state", "stays", "", "flaps", "targetState: { state: UNHEALTHY, flapping: true }")
        .axis(
            "page",
            "unread",
            "",
            "static",
            "testFile: { kind: STATIC }",
            "dynamic",
            "testFile: { kind: DYNAMIC }")
        .axis(
            "processors",
            "unread",
            "",
            "idle",
            "load: { cpuBusyPercent: 20 }",
            "busy",
            "load: { cpuBusyPercent: 80 }",
            "used up",
            "load: { cpuBusyPercent: 99, loadAverage: 20, cores: 2 }")
        .axis(
            "memory",
            "unread",
            "",
            "free",
            "memory: { availablePercent: 40, swapPagesPerSecond: 0 }",
            "swaps",
            "memory: { availablePercent: 2, swapPagesPerSecond: 900 }")
        .axis(
            "storage",
            "unread",
            "",
            "idle",
            "diskActivity: { ioWaitPercent: 1, utilizationPercent: 5 }",
            "used up",
            "diskActivity: { ioWaitPercent: 50, utilizationPercent: 99 }")
        .axis(
            "connections",
            "unread",
            "",
            "few",
            "connectionCounts: [ { state: ESTABLISHED, count: 12, localPort: 80, limit: 768 } ]",
            "at the limit",
            "connectionCounts: [ { state: ESTABLISHED, count: 768, localPort: 80, limit: 768 } ]\n"
                + error("768 worker_connections are not enough"))
        .axis(
            "dependencies",
            "unread",
            "",
            "answer",
            "dependencies: [ { name: mysql, available: true } ]",
            "down",
            "dependencies: [ { name: mysql, available: false } ]");
  }

  /** A connection, and no answer on it. */
  private static Plane missing() {
    return new Plane(
            "missing", SERVER + "service: { name: nginx, state: RUNNING, software: NGINX }\n")
        .axis(
            "check",
            "HTTP",
            CHECK.formatted("HTTP", "GET", ""),
            "HTTPS",
            CHECK.formatted("HTTPS", "GET", ""))
        .axis(
            "answer",
            "silence",
            asked("CONNECTED_SILENT"),
            "long silence",
            asked("CONNECTED_SILENT, latencyMillis: 60000"),
            "closed",
            asked("CLOSED_AT_ONCE"),
            "not TLS",
            asked("TLS_FAILED, tlsError: wrong version number"),
            "alert",
            asked("TLS_FAILED, tlsError: alert handshake failure"),
            "TLS fails",
            asked("TLS_FAILED"),
            "malformed",
            asked("MALFORMED"),
            "broken HTTP",
            asked("MALFORMED, answer: 'HTTP/1.1 OK'"),
            "other protocol",
            asked("MALFORMED, answer: '-ERR unknown command'"))
        .axis(
            "from a peer",
            "untried",
            "",
            "HTTP answered",
            probe("PEER", "HTTP", "ANSWERED, status: 200"),
            "HTTPS answered",
            probe("PEER", "HTTPS", "ANSWERED, status: 200"),
            "HEAD answered",
            probe("PEER", "HTTP", "ANSWERED, status: 200, httpMethod: HEAD"))
        .axis(
            "on the server",
            "untried",
            "",
            "answered",
            probe("SERVER_TO_PRIVATE", "HTTP", "ANSWERED, status: 200"),
            "silence",
            probe("SERVER_TO_PRIVATE", "HTTP", "CONNECTED_SILENT, latencyMillis: 60000"))
        .axis(
            "process",
            "unread",
            "",
            "sleeps",
            "processes: [ { name: nginx, state: SLEEPING } ]",
            "stopped",
            "processes: [ { name: nginx, state: STOPPED } ]",
            "cannot be interrupted",
            "processes: [ { name: nginx, state: UNINTERRUPTIBLE } ]")
        .axis(
            "descriptors",
            "unread",
            "",
            "few",
            "fileDescriptors: [ { process: nginx, open: 20, limit: 1024 } ]",
            "used up",
            "fileDescriptors: [ { process: nginx, open: 1024, limit: 1024 } ]")
        .axis(
            "connections",
            "unread",
            "",
            "few",
            "connectionCounts: [ { state: ESTABLISHED, count: 12, localPort: 80, limit: 768 } ]",
            "at the limit",
            "connectionCounts: [ { state: ESTABLISHED, count: 768, localPort: 80, limit: 768 } ]\n"
                + error("768 worker_connections are not enough"))
        .axis(
            "wrappers",
            "unread",
            "",
            "none",
            "tcpWrappers: []",
            "deny",
            "tcpWrappers: [ { file: HOSTS_DENY, daemons: ALL, clients: ALL } ]\n"
                + "logs: [ { log: SYSTEM, text: 'nginx: refused connect from 100.64.3.7' } ]");
  }

  private static String[] statuses(int... codes) {
    List<String> values = new ArrayList<>();
    for (int code : codes) {
      values.add(Integer.toString(code));
      values.add(probe("CHECK_SOURCE", "HTTP", "ANSWERED, status: " + code));
    }
    return values.toArray(String[]::new);
  }

  private static String answered(String from, String changed) {
    return probe(from, "HTTP", "ANSWERED, status: 200" + changed);
  }

  /** As the check asks; the method of the probe is taken from what came back. */
  private static String asked(String outcome) {
    boolean tls = outcome.startsWith("TLS");
    return probe("CHECK_SOURCE", tls ? "HTTPS" : "HTTP", outcome);
  }

  private static String error(String text) {
    return "logs: [ { log: ERROR, text: '" + text + "' } ]";
  }
}
