package clbdoctor.collect.socket;

import java.util.Map;
import java.util.Optional;

/** Ports written as numbers or as names of /etc/services. */
final class Ports {

  /** Names that tools print without -n for the ports a real server is likely to use. */
  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("ftp", 21),
          Map.entry("ssh", 22),
          Map.entry("telnet", 23),
          Map.entry("smtp", 25),
          Map.entry("domain", 53),
          Map.entry("bootpc", 68),
          Map.entry("http", 80),
          Map.entry("kerberos", 88),
          Map.entry("pop3", 110),
          Map.entry("sunrpc", 111),
          Map.entry("ntp", 123),
          Map.entry("imap2", 143),
          Map.entry("snmp", 161),
          Map.entry("ldap", 389),
          Map.entry("https", 443),
          Map.entry("microsoft-ds", 445),
          Map.entry("submission", 587),
          Map.entry("ipp", 631),
          Map.entry("rsync", 873),
          Map.entry("imaps", 993),
          Map.entry("mysql", 3306),
          Map.entry("postgresql", 5432),
          Map.entry("amqp", 5672),
          Map.entry("redis", 6379),
          Map.entry("http-alt", 8080),
          Map.entry("webcache", 8080),
          Map.entry("memcache", 11211));

  private Ports() {}

  static Optional<Integer> parse(String text) {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      return port >= 1 && port <= 65535 ? Optional.of(port) : Optional.empty();
    }
    return Optional.ofNullable(NAMES.get(text));
  }
}
