package clbdoctor.collect.capture;

import clbdoctor.fact.IpAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of tcpdump -nn, of TCP or an ICMP error.
 *
 * @param seconds time of day
 * @param flags {@code S}, {@code S.}, {@code R.}, {@code .}, {@code P.}, {@code F.}; {@code icmp}
 * @param length bytes of data
 */
record Packet(
    double seconds,
    IpAddress source,
    int sourcePort,
    IpAddress destination,
    int destinationPort,
    String flags,
    int length) {

  private static final Pattern TCP =
      Pattern.compile(
          "(?:[0-9-]{10} )?([0-9]{2}):([0-9]{2}):([0-9]{2}\\.[0-9]{1,9}) .{0,40}?IP6? ([0-9a-fA-F.:]+)\\.([0-9]{1,5}) > ([0-9a-fA-F.:]+)\\.([0-9]{1,5}): Flags \\[([A-Z.]{1,8})].*?length ([0-9]{1,7})(?:: .*)?");
  private static final Pattern ICMP =
      Pattern.compile(
          "(?:[0-9-]{10} )?([0-9]{2}):([0-9]{2}):([0-9]{2}\\.[0-9]{1,9}) .{0,40}?IP6? ([0-9a-fA-F.:]+) > ([0-9a-fA-F.:]+): ICMP6?,? .*(?:unreachable|prohibited).*");

  static Optional<Packet> parse(String text) {
    Matcher tcp = TCP.matcher(text);
    if (tcp.matches()) {
      return ends(tcp, 4, 6)
          .map(
              ends ->
                  new Packet(
                      seconds(tcp),
                      ends[0],
                      Integer.parseInt(tcp.group(5)),
                      ends[1],
                      Integer.parseInt(tcp.group(7)),
                      tcp.group(8),
                      Integer.parseInt(tcp.group(9))));
    }
    Matcher icmp = ICMP.matcher(text);
    return icmp.matches()
        ? ends(icmp, 4, 5).map(e -> new Packet(seconds(icmp), e[0], 0, e[1], 0, "icmp", 0))
        : Optional.empty();
  }

  boolean has(char flag) {
    return !icmp() && flags.indexOf(flag) >= 0;
  }

  boolean icmp() {
    return flags.equals("icmp");
  }

  private static Optional<IpAddress[]> ends(Matcher matcher, int from, int to) {
    Optional<IpAddress> source = IpAddress.tryParse(matcher.group(from));
    Optional<IpAddress> destination = IpAddress.tryParse(matcher.group(to));
    return source.flatMap(s -> destination.map(d -> new IpAddress[] {s, d}));
  }

  private static double seconds(Matcher matcher) {
    return Integer.parseInt(matcher.group(1)) * 3600
        + Integer.parseInt(matcher.group(2)) * 60
        + Double.parseDouble(matcher.group(3));
  }
}
