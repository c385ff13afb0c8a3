package clbdoctor.cli;

import java.util.List;

/** What may be seen of a check that asks for no more than a connection, or that pings. */
final class Layer4Space {
  private static final String SERVER =
      """
      backEnd: { privateAddress: 10.0.0.10, port: 80 }
      targetState: { state: UNHEALTHY }
      """;
  private static final String TCP_CHECK =
      """
      listener: { protocol: TCP, port: 80, provider: TENCENT }
      healthCheck: { method: TCP, timeoutSeconds: 2, intervalSeconds: 5, sources: [100.64.0.0/10] }
      """;
  private static final String LINUX = "platform: { os: LINUX, distribution: Debian 12 }\n";
  private static final String SERVED =
      "sockets: [ { protocol: TCP, address: 0.0.0.0, port: 80, process: nginx } ]\n";

  private Layer4Space() {}

  static List<Plane> planes() {
    return List.of(connect(), windows(), way(), program(), pinged());
  }

  private static Plane connect() {
    return new Plane("connect", SERVER + TCP_CHECK + LINUX)
        .axis(
            "check", connects("CHECK_SOURCE", "REFUSED", "TIMED_OUT", "UNREACHABLE", "PROHIBITED"))
        .axis("loopback", connects("SERVER_TO_LOOPBACK", "REFUSED", "TIMED_OUT"))
        .axis("private", connects("SERVER_TO_PRIVATE", "REFUSED", "TIMED_OUT"))
        .axis(
            "listens",
            "unread",
            "",
            "nothing",
            "sockets: []",
            "loopback",
            socket("127.0.0.1", 80, ""),
            "private",
            socket("10.0.0.10", 80, ""),
            "other address",
            socket("192.0.2.9", 80, ""),
            "IPv6 only",
            socket("'::'", 80, ", ipv6Only: true"),
            "other port",
            socket("0.0.0.0", 8080, ""),
            "full queue",
            socket("0.0.0.0", 80, ", waiting: 129, backlog: 128"))
        .axis(
            "firewall",
            "unread",
            "",
            "allows",
            firewall("IPTABLES", "SYN", "ALLOWS", ""),
            "drops",
            firewall("IPTABLES", "SYN", "DROPS", ""),
            "rejects",
            firewall("IPTABLES", "SYN", "REJECTS", ""),
            "limits",
            firewall("IPTABLES", "SYN", "DROPS", ", limited: true"))
        .axis(
            "capture",
            captures(
                "NOTHING_ARRIVES",
                "SYN_UNANSWERED",
                "SYN_RESET",
                "SYN_PROHIBITED",
                "SYN_ACK_REPEATED",
                "ANSWERED"));
  }

  private static Plane windows() {
    return new Plane(
            "windows", SERVER + TCP_CHECK + "platform: { os: WINDOWS, distribution: '2022' }\n")
        .axis("check", connects("CHECK_SOURCE", "REFUSED", "TIMED_OUT"))
        .axis("loopback", connects("SERVER_TO_LOOPBACK", "REFUSED"))
        .axis("private", connects("SERVER_TO_PRIVATE", "REFUSED"))
        .axis(
            "listens",
            "unread",
            "",
            "nothing",
            "sockets: []",
            "loopback",
            socket("127.0.0.1", 80, ""),
            "private",
            socket("10.0.0.10", 80, ""))
        .axis(
            "firewall",
            "unread",
            "",
            "allows",
            firewall("WINDOWS_FIREWALL", "SYN", "ALLOWS", ""),
            "drops",
            firewall("WINDOWS_FIREWALL", "SYN", "DROPS", ""))
        .axis("capture", captures("NOTHING_ARRIVES", "SYN_UNANSWERED", "SYN_ACK_REPEATED"))
        .axis(
            "service",
            "unread",
            "",
            "runs",
            "service: { name: W3SVC, state: RUNNING, software: IIS }",
            "stopped",
            "service: { name: W3SVC, state: STOPPED, software: IIS }");
  }

  /** A program listens, and the way there and back is in question. */
  private static Plane way() {
    return new Plane("way", SERVER + TCP_CHECK + LINUX + SERVED)
        .axis("check", connects("CHECK_SOURCE", "TIMED_OUT"))
        .axis("peer", connects("PEER", "TIMED_OUT"))
        .axis("capture", captures("NOTHING_ARRIVES", "SYN_UNANSWERED", "SYN_ACK_REPEATED"))
        .axis(
            "security group",
            "unread",
            "",
            "allows",
            "securityGroup: { effect: ALLOWS }\nloadBalancer: { reach: PUBLIC, defaultAllow: false }",
            "drops",
            "securityGroup: { effect: DROPS }\nloadBalancer: { reach: PUBLIC, defaultAllow: false }",
            "drops, default allow ineffective",
            "securityGroup: { effect: DROPS }\n"
                + "loadBalancer: { reach: PUBLIC, defaultAllow: true, targetPlacement: OTHER_REGION }")
        .axis(
            "network ACL",
            "unread",
            "",
            "allows",
            "networkAcls: [ { direction: INBOUND, effect: ALLOWS },"
                + " { direction: OUTBOUND, effect: ALLOWS } ]",
            "drops in",
            "networkAcls: [ { direction: INBOUND, effect: DROPS } ]",
            "drops out",
            "networkAcls: [ { direction: OUTBOUND, effect: DROPS } ]")
        .axis(
            "reply",
            "unread",
            "",
            "right",
            reply("UNICAST, device: eth0", "eth0"),
            "other interface",
            reply("UNICAST, device: eth1", "eth0"),
            "tunnel",
            reply("UNICAST, device: tailscale0", "eth0"),
            "local",
            reply("LOCAL, device: lo", "eth0"),
            "none",
            reply("NO_ROUTE", "eth0"))
        .axis(
            "reverse path",
            "unread",
            "",
            "accepts",
            "reversePath: [ { source: 100.64.0.1, device: eth0, accepted: true } ]",
            "refuses",
            "reversePath: [ { source: 100.64.0.1, device: eth0, accepted: false } ]")
        .axis(
            "firewall",
            "unread",
            "",
            "allows",
            firewall("IPTABLES", "SYN", "ALLOWS", "") + "\nsecuritySoftware: []");
  }

  /** Why no program takes the connection. */
  private static Plane program() {
    return new Plane("program", SERVER + TCP_CHECK)
        .axis("os", "LINUX", LINUX, "WINDOWS", "platform: { os: WINDOWS, distribution: '2022' }")
        .axis("check", connects("CHECK_SOURCE", "REFUSED", "TIMED_OUT"))
        .axis(
            "listens",
            "unread",
            "",
            "nothing",
            "sockets: []",
            "service",
            socket("0.0.0.0", 80, ""),
            "another program",
            "sockets: [ { protocol: TCP, address: 0.0.0.0, port: 80, process: httpd } ]",
            "service elsewhere",
            socket("0.0.0.0", 8080, ""))
        .axis(
            "service",
            "unread",
            "",
            "runs",
            service("RUNNING, runningSeconds: 9000, restarts: 0"),
            "young",
            service("RUNNING, runningSeconds: 30, restarts: 0"),
            "stopped",
            service("STOPPED"),
            "failed",
            service("FAILED"),
            "restarts",
            service("RESTARTING, restarts: 20"))
        .axis(
            "logs",
            "unread",
            "",
            "nothing",
            "logs: []",
            "address in use",
            error("bind() to 0.0.0.0:80 failed (98: Address already in use)"),
            "dependency",
            error("could not connect to server: Connection refused, port 5432"),
            "out of memory",
            "logs: [ { log: KERNEL, text: 'Out of memory: Killed process 812 (nginx)' } ]")
        .axis(
            "denials",
            "unread",
            "",
            "none",
            "accessDenials: []",
            "port",
            "accessDenials: [ { program: nginx, permission: name_bind, port: 80 } ]")
        .axis(
            "containers",
            "unread",
            "",
            "none",
            "containers: []",
            "published",
            "containers: [ { container: web, address: 0.0.0.0, port: 80, containerPort: 80 } ]",
            "published, dead",
            "containers: [ { container: web, address: 0.0.0.0, port: 80, containerPort: 80,"
                + " answersInside: false } ]");
  }

  /** A check by ping, or by ping and a datagram. */
  private static Plane pinged() {
    return new Plane(
            "pinged",
            "backEnd: { privateAddress: 10.0.0.10, port: 53 }\nlistener: { protocol: UDP }\n")
        .axis("check", "PING", pingCheck("PING"), "UDP_PORT", pingCheck("UDP_PORT"))
        .axis(
            "state",
            "HEALTHY",
            "targetState: { state: HEALTHY }",
            "UNHEALTHY",
            "targetState: { state: UNHEALTHY }",
            "flaps",
            "targetState: { state: UNHEALTHY, flapping: true }")
        .axis(
            "ping",
            "untried",
            "",
            "in time",
            probe("CHECK_SOURCE", "PING", "ANSWERED, latencyMillis: 2"),
            "close",
            probe("CHECK_SOURCE", "PING", "ANSWERED, latencyMillis: 1900"),
            "late",
            probe("CHECK_SOURCE", "PING", "ANSWERED, latencyMillis: 2600"),
            "unanswered",
            probe("CHECK_SOURCE", "PING", "TIMED_OUT"))
        .axis(
            "datagram",
            "untried",
            "",
            "answered",
            probe("PEER", "UDP", "ANSWERED"),
            "silence",
            probe("PEER", "UDP", "TIMED_OUT"),
            "port unreachable",
            probe("PEER", "UDP", "PORT_UNREACHABLE"))
        .axis(
            "listens",
            "unread",
            "",
            "nothing",
            "sockets: []\ncontainers: []",
            "service",
            "sockets: [ { protocol: UDP, address: 0.0.0.0, port: 53, process: named } ]")
        .axis(
            "firewall",
            "unread",
            "",
            "allows",
            "firewall: []",
            "drops echo",
            firewall("IPTABLES", "ECHO_REQUEST", "DROPS", ""),
            "drops datagrams",
            firewall("IPTABLES", "DATAGRAM", "DROPS", ""),
            "rejects datagrams",
            firewall("IPTABLES", "DATAGRAM", "REJECTS", ""))
        .axis(
            "sysctl",
            "unread",
            "",
            "answers",
            "sysctls: [ { name: net.ipv4.icmp_echo_ignore_all, value: '0' } ]",
            "ignores",
            "sysctls: [ { name: net.ipv4.icmp_echo_ignore_all, value: '1' } ]");
  }

  /** Untried, connected, and the given outcomes. */
  static String[] connects(String from, String... failures) {
    String[] values = new String[4 + 2 * failures.length];
    values[0] = "untried";
    values[1] = "";
    values[2] = "CONNECTED";
    values[3] = probe(from, "CONNECT", "CONNECTED");
    for (int i = 0; i < failures.length; i++) {
      values[4 + 2 * i] = failures[i];
      values[5 + 2 * i] = probe(from, "CONNECT", failures[i]);
    }
    return values;
  }

  private static String[] captures(String... exchanges) {
    String[] values = new String[2 + 2 * exchanges.length];
    values[0] = "none";
    values[1] = "";
    for (int i = 0; i < exchanges.length; i++) {
      values[2 + 2 * i] = exchanges[i];
      values[3 + 2 * i] = "capture: { exchange: " + exchanges[i] + " }";
    }
    return values;
  }

  static String probe(String from, String method, String outcome) {
    return "probes: [ { from: " + from + ", method: " + method + ", outcome: " + outcome + " } ]";
  }

  private static String socket(String address, int port, String more) {
    return "sockets: [ { protocol: TCP, address: %s, port: %d, process: nginx%s } ]"
        .formatted(address, port, more);
  }

  private static String firewall(String tool, String packet, String effect, String more) {
    return "firewall: [ { tool: %s, packet: %s, effect: %s%s } ]"
        .formatted(tool, packet, effect, more);
  }

  private static String reply(String kind, String device) {
    return "replyRoutes: [ { destination: 100.64.0.1, kind: %s } ]\n".formatted(kind)
        + "interfaces: [ { name: %s, up: true, addresses: [10.0.0.10] } ]".formatted(device);
  }

  private static String service(String state) {
    return "service: { name: nginx, software: NGINX, state: " + state + " }";
  }

  private static String error(String text) {
    return "logs: [ { log: ERROR, text: '" + text + "' } ]";
  }

  private static String pingCheck(String method) {
    return "healthCheck: { method: "
        + method
        + ", timeoutSeconds: 2, intervalSeconds: 5, sources: [100.64.0.0/10] }";
  }
}
