package clbdoctor.collect.socket;

import clbdoctor.collect.output.Line;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.ListeningSocket;
import clbdoctor.fact.TransportProtocol;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of netstat, Linux or Windows.
 *
 * @param version6 whether the row is of IPv6; Windows shows it only in the address
 * @param owner {@code 812/nginx: master} on Linux, the process id on Windows
 */
record NetstatRow(
    TransportProtocol protocol,
    boolean version6,
    String local,
    boolean listening,
    Optional<String> owner) {

  private static final Pattern OWNER = Pattern.compile("([0-9]{1,9})/([^:\\s]{1,64}).*");

  static boolean startsRow(Line line) {
    List<String> words = line.words();
    return !words.isEmpty() && words.get(0).matches("(?:tcp|udp)6?|TCP|UDP|raw6?|unix|udplite6?");
  }

  static Optional<NetstatRow> parse(Line line) {
    List<String> words = line.words();
    if (words.size() < 3) {
      return Optional.empty();
    }
    Optional<NetstatRow> row =
        words.get(0).matches("TCP|UDP")
            ? windows(words)
            : words.get(0).matches("(?:tcp|udp)6?") ? linux(words) : Optional.empty();
    return row.filter(r -> !r.listening || r.end().isPresent() || r.local.endsWith(":*"));
  }

  Optional<ListeningSocket> socket() {
    Optional<LocalAddress> end = listening ? end() : Optional.empty();
    return end.map(
        e ->
            new ListeningSocket(
                protocol,
                e.address().orElse(IpAddress.parse(version6 ? "::" : "0.0.0.0")),
                e.port(),
                process(),
                pid(),
                Optional.empty()));
  }

  private Optional<LocalAddress> end() {
    String text =
        version6 ? local.replace("localhost:", "::1:").replace("ip6-::1:", "::1:") : local;
    return LocalAddress.parse(text);
  }

  private Optional<String> process() {
    return owner.map(OWNER::matcher).filter(Matcher::matches).map(m -> m.group(2));
  }

  private Optional<Integer> pid() {
    return owner
        .map(o -> o.matches("[0-9]{1,9}") ? o + "/-" : o)
        .map(OWNER::matcher)
        .filter(Matcher::matches)
        .map(m -> Integer.parseInt(m.group(1)));
  }

  /** {@code tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN 812/nginx}; UDP rows have no state. */
  private static Optional<NetstatRow> linux(List<String> words) {
    boolean tcp = words.get(0).startsWith("tcp");
    if (words.size() < (tcp ? 6 : 5)
        || !words.get(1).matches("[0-9]+")
        || !words.get(2).matches("[0-9]+")) {
      return Optional.empty();
    }
    boolean anyPeer = LocalAddress.isAnyPeer(words.get(4));
    boolean listening = tcp ? words.get(5).equals("LISTEN") : anyPeer;
    boolean cut = tcp && !words.get(5).matches("[A-Z][A-Z_0-9]{3,}") || listening && !anyPeer;
    Optional<String> owner =
        words.subList(5, words.size()).stream().filter(w -> w.matches("[0-9]+/.+")).findFirst();
    return cut
        ? Optional.empty()
        : Optional.of(
            new NetstatRow(
                tcp ? TransportProtocol.TCP : TransportProtocol.UDP,
                words.get(0).endsWith("6"),
                words.get(3),
                listening,
                owner));
  }

  /** {@code TCP 0.0.0.0:80 0.0.0.0:0 LISTENING 4}; the state is in the language of Windows. */
  private static Optional<NetstatRow> windows(List<String> words) {
    boolean tcp = words.get(0).equals("TCP");
    boolean anyPeer = LocalAddress.isAnyPeer(words.get(2));
    int state = tcp ? 1 : 0;
    if (words.size() < 3 + state || !words.get(2).matches(".*:(?:\\*|[0-9]+)")) {
      return Optional.empty();
    }
    String last = words.get(words.size() - 1);
    return Optional.of(
        new NetstatRow(
            tcp ? TransportProtocol.TCP : TransportProtocol.UDP,
            words.get(1).startsWith("["),
            words.get(1),
            anyPeer,
            words.size() > 3 + state && last.matches("[0-9]{1,9}")
                ? Optional.of(last)
                : Optional.empty()));
  }
}
