package clbdoctor.cli;

import clbdoctor.GivenFacts;
import clbdoctor.fact.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Reports from servers on which nothing is wrong, with what is really found on such servers: other
 * sockets, firewall rules for other ports, log lines of other requests, load that hurts nobody.
 */
final class HealthyReports {
  private final Random random;
  private int port;
  private boolean http;

  HealthyReports(long seed) {
    this.random = new Random(seed);
  }

  /** Another healthy server; a random part of what there is to know about it is known. */
  Facts next() {
    port = one(80, 8080, 443, 9000, 30080);
    http = random.nextBoolean();
    List<String> sections =
        new ArrayList<>(
            List.of(
                platform(),
                listener(),
                check(),
                sockets(),
                probes(),
                firewall(),
                load(),
                service(),
                software(),
                sysctls(),
                counters(),
                testFile(),
                logs(),
                securityGroup()));
    Collections.shuffle(sections, random);
    StringBuilder text =
        new StringBuilder("backEnd: { privateAddress: 10.0.0.10, port: " + port + " }\n");
    text.append("targetState: { state: HEALTHY, weight: 10 }\n");
    sections.subList(0, 3 + random.nextInt(sections.size() - 2)).forEach(text::append);
    return GivenFacts.of(text.toString());
  }

  private String platform() {
    return "platform: { os: LINUX, distribution: "
        + one("Debian 12", "CentOS 7.9", "Ubuntu 24.04")
        + " }\n";
  }

  private String listener() {
    return "listener: { protocol: " + (http ? one("HTTP", "HTTPS") : "TCP") + " }\n";
  }

  private String check() {
    return "healthCheck: { method: "
        + (http ? "HTTP" : "TCP")
        + ", timeoutSeconds: "
        + one(2, 3, 5)
        + ", intervalSeconds: "
        + one(6, 10, 30)
        + ", healthyThreshold: 3, unhealthyThreshold: 3"
        + (http ? ", acceptedStatus: [2xx, 3xx], path: /, domain: www.example.com" : "")
        + ", sources: [100.64.0.0/10] }\n";
  }

  private String sockets() {
    return "sockets:\n"
        + socket(one("0.0.0.0", "10.0.0.10"), port, "nginx")
        + some(() -> socket("127.0.0.1", one(6379, 3306, 9001), "redis-server"))
        + some(() -> socket("0.0.0.0", 22, "sshd"))
        + some(() -> socket("192.0.2.9", one(25, 111), "master"));
  }

  private static String socket(String address, int port, String process) {
    return "  - { protocol: TCP, address: %s, port: %d, process: %s }\n"
        .formatted(address, port, process);
  }

  private String probes() {
    String method = http ? "HTTP, outcome: ANSWERED, status: 200" : "CONNECT, outcome: CONNECTED";
    return "probes:\n"
        + probe("PEER", method)
        + some(() -> probe("CHECK_SOURCE", method))
        + some(() -> probe("SERVER_TO_PRIVATE", method))
        + some(() -> "  - { from: SERVER_TO_LOOPBACK, method: PING, outcome: ANSWERED }\n")
        + some(() -> "  - { from: PEER, method: CONNECT, outcome: REFUSED, port: 8443 }\n");
  }

  private String probe(String from, String method) {
    return "  - { from: %s, method: %s, latencyMillis: %d }\n"
        .formatted(from, method, 1 + random.nextInt(900));
  }

  private String firewall() {
    return one(
        "firewall: []\n",
        "firewall: [ { tool: IPTABLES, packet: SYN, effect: ALLOWS } ]\n",
        "firewall: [ { tool: FIREWALLD, packet: SYN, effect: ALLOWS },"
            + " { tool: FIREWALLD, packet: ECHO_REQUEST, effect: ALLOWS } ]\n");
  }

  /** Forty busy processes hurt nobody as long as the page is answered in time. */
  private String load() {
    return "load: { cpuBusyPercent: %d, loadAverage: %d.5, cores: %d }\n"
        .formatted(random.nextInt(100), random.nextInt(40), one(1, 2, 8));
  }

  private String service() {
    return "service: { name: nginx, state: RUNNING, software: NGINX, restarts: 0 }\n";
  }

  private String software() {
    return one(
        "securitySoftware: []\n",
        "securitySoftware: [ { product: fail2ban, bannedSources: [203.0.113.7, 198.51.100.9] } ]\n");
  }

  private String sysctls() {
    return "sysctls:\n"
        + "  - { name: net.ipv4.icmp_echo_ignore_all, value: \"0\" }\n"
        + some(() -> "  - { name: net.core.somaxconn, value: \"4096\" }\n")
        + some(() -> "  - { name: net.ipv4.tcp_tw_recycle, value: \"0\" }\n")
        + some(() -> "  - { name: net.ipv4.tcp_timestamps, value: \"1\" }\n")
        + some(() -> "  - { name: net.ipv4.conf.all.rp_filter, value: \"1\" }\n");
  }

  private String counters() {
    return "counters:\n"
        + "  - { name: TcpExtListenOverflows, first: 17, second: 17 }\n"
        + some(() -> "  - { name: TcpExtTCPTimeouts, first: 5, second: 9 }\n")
        + some(() -> "  - { name: IpExtInNoRoutes, first: 0, second: 0 }\n");
  }

  private String testFile() {
    return "testFile: { kind: " + one("STATIC", "DYNAMIC") + " }\n";
  }

  private String logs() {
    return "logs:\n"
        + "  - { log: ACCESS, text: 203.0.113.80 GET /old 404, status: 404, ofCheck: false }\n"
        + some(
            () -> "  - { log: ACCESS, text: 100.64.3.7 GET / 200, status: 200, ofCheck: true }\n")
        + some(() -> "  - { log: KERNEL, text: 'eth0: link becomes ready' }\n");
  }

  private String securityGroup() {
    return "securityGroup: { effect: ALLOWS }\n";
  }

  private String some(Supplier<String> text) {
    return random.nextInt(3) == 0 ? "" : text.get();
  }

  @SafeVarargs
  private <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
