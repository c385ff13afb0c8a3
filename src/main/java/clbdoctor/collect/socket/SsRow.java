package clbdoctor.collect.socket;

import clbdoctor.collect.output.Line;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.ListeningSocket;
import clbdoctor.fact.TransportProtocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of ss.
 *
 * <p>Of the processes that share a socket the one with the lowest id is taken: the master.
 *
 * @param protocol empty for sockets that are neither TCP nor UDP
 */
record SsRow(
    Optional<TransportProtocol> protocol,
    String state,
    int receiveQueue,
    int sendQueue,
    String local,
    String peer,
    String rest,
    boolean oldFormat) {

  private static final Set<String> STATES =
      Set.of(
          "LISTEN",
          "UNCONN",
          "ESTAB",
          "SYN-SENT",
          "SYN-RECV",
          "FIN-WAIT-1",
          "FIN-WAIT-2",
          "TIME-WAIT",
          "CLOSE-WAIT",
          "LAST-ACK",
          "CLOSING",
          "CLOSED");

  private static final Set<String> NETIDS =
      Set.of(
          "tcp", "udp", "raw", "u_str", "u_dgr", "u_seq", "nl", "p_raw", "p_dgr", "icmp6", "v_str",
          "v_dgr", "dccp", "sctp", "mptcp", "tipc", "xdp", "???");

  /**
   * {@code users:(("nginx",pid=812,fd=6))}, before version 3.18 {@code users:(("nginx",812,6))}.
   */
  private static final Pattern USERS =
      Pattern.compile("users:\\(\\(\"([^\"]{1,64})\",(?:pid=)?([0-9]{1,9})[^)]{0,64}\\)");

  private static final Pattern V6ONLY = Pattern.compile("v6only:([01])");

  /** Whether the first or second word is the state of a socket. */
  static boolean startsWithState(Line line) {
    List<String> words = line.words();
    return !words.isEmpty()
        && (STATES.contains(words.get(0))
            || NETIDS.contains(words.get(0)) && words.size() > 1 && STATES.contains(words.get(1)));
  }

  static Optional<SsRow> parse(Line line, Optional<TransportProtocol> protocol, boolean oldFormat) {
    if (!startsWithState(line)) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(line.words());
    boolean netid = NETIDS.contains(words.get(0));
    String name = netid ? words.remove(0) : "";
    if (words.size() < 5
        || !words.get(1).matches("[0-9]{1,9}")
        || !words.get(2).matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    SsRow row =
        new SsRow(
            netid ? named(name) : protocol.or(() -> implied(words.get(0))),
            words.get(0),
            Integer.parseInt(words.get(1)),
            Integer.parseInt(words.get(2)),
            words.get(3),
            words.get(4),
            String.join(" ", words.subList(5, words.size())),
            oldFormat);
    return row.wellFormed() ? Optional.of(row) : Optional.empty();
  }

  boolean listening() {
    return protocol.isPresent()
        && (state.equals("LISTEN") || state.equals("UNCONN") && LocalAddress.isAnyPeer(peer));
  }

  Optional<ListeningSocket> socket() {
    Optional<LocalAddress> end = LocalAddress.parse(local);
    if (!listening() || end.isEmpty()) {
      return Optional.empty();
    }
    Optional<MatchResult> owner =
        USERS.matcher(rest).results().min(Comparator.comparing(u -> Integer.valueOf(u.group(2))));
    boolean tcp = protocol.get() == TransportProtocol.TCP;
    return Optional.of(
        new ListeningSocket(
            protocol.get(),
            end.get().address().orElse(IpAddress.parse(oldFormat ? "0.0.0.0" : "::")),
            end.get().port(),
            owner.map(u -> u.group(1)),
            owner.map(u -> Integer.valueOf(u.group(2))),
            ipv6Only(end.get()),
            tcp ? Optional.of(receiveQueue) : Optional.empty(),
            tcp ? Optional.of(sendQueue) : Optional.empty(),
            end.get().device()));
  }

  /** {@code *} takes both versions, {@code [::]} only IPv6; only -e tells it of the old format. */
  private Optional<Boolean> ipv6Only(LocalAddress end) {
    Matcher detail = V6ONLY.matcher(rest);
    boolean any = end.address().map(IpAddress::wildcard).orElse(true);
    if (!any || end.address().filter(a -> a.toString().equals("0.0.0.0")).isPresent()) {
      return Optional.empty();
    }
    if (detail.find()) {
      return Optional.of(detail.group(1).equals("1"));
    }
    return oldFormat ? Optional.empty() : Optional.of(end.address().isPresent());
  }

  /** A listening row must give its address, its far end, and its users to the last bracket. */
  private boolean wellFormed() {
    if (protocol.isEmpty() || !state.equals("LISTEN") && !state.equals("UNCONN")) {
      return true;
    }
    boolean port0 = local.endsWith(":*") || local.endsWith(":0");
    return (LocalAddress.parse(local).isPresent() || port0)
        && peer.indexOf(':') >= 0
        && !peer.endsWith(":")
        && (!rest.contains("users:(") || rest.contains("))"));
  }

  private static Optional<TransportProtocol> named(String netid) {
    return switch (netid) {
      case "tcp" -> Optional.of(TransportProtocol.TCP);
      case "udp" -> Optional.of(TransportProtocol.UDP);
      default -> Optional.empty();
    };
  }

  private static Optional<TransportProtocol> implied(String state) {
    return switch (state) {
      case "LISTEN" -> Optional.of(TransportProtocol.TCP);
      case "UNCONN" -> Optional.of(TransportProtocol.UDP);
      default -> Optional.empty();
    };
  }
}
