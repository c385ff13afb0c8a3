package clbdoctor.redact;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces addresses and host names in the texts of one report. Equal ones stay equal, addresses of
 * one network stay in one network; the same key gives the same replacements in another report.
 */
public final class Redaction {
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\w.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?!\\w|\\.[0-9])");
  private static final Pattern RANGE =
      Pattern.compile("(" + IPV4.pattern() + ") ?- ?(" + IPV4.pattern() + ")");
  private static final Pattern IPV6 =
      Pattern.compile("(?<![\\w:.])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,8}(?![\\w:])");

  private final AddressMap addresses;
  private final NameMap names;

  private Redaction(AddressMap addresses, NameMap names) {
    this.addresses = addresses;
    this.names = names;
  }

  /** The redaction of a report with these texts under a key. */
  public static Redaction of(String key, List<String> texts) {
    Secret secret = new Secret(key);
    List<IpNetwork> ranges = new ArrayList<>();
    for (String text : texts) {
      Matcher matcher = RANGE.matcher(text);
      while (matcher.find()) {
        range(matcher).ifPresent(ranges::add);
      }
    }
    return new Redaction(new AddressMap(secret, ranges), new NameMap(secret, texts));
  }

  /** The text with other addresses and names. */
  public String apply(String text) {
    String ipv4 = IPV4.matcher(text).replaceAll(found -> address(found.group()));
    String ipv6 = IPV6.matcher(ipv4).replaceAll(found -> address(found.group()));
    return names.replacedIn(ipv6);
  }

  private String address(String text) {
    return IpAddress.tryParse(text)
        .map(address -> address.equals(addresses.replaced(address)) ? text : replaced(address))
        .orElseGet(() -> withPort(text));
  }

  private String replaced(IpAddress address) {
    return addresses.replaced(address).toString();
  }

  /** netstat writes the port of an IPv6 address behind a colon. */
  private String withPort(String text) {
    int colon = text.lastIndexOf(':');
    return colon < 2
        ? text
        : IpAddress.tryParse(text.substring(0, colon))
            .map(address -> replaced(address) + text.substring(colon))
            .orElse(text);
  }

  /** The smallest block that holds both ends. */
  private static Optional<IpNetwork> range(MatchResult ends) {
    Optional<IpAddress> first = IpAddress.tryParse(ends.group(1));
    Optional<IpAddress> last = IpAddress.tryParse(ends.group(2));
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    int common = Long.numberOfLeadingZeros(first.get().low() ^ last.get().low()) - 32;
    return Optional.of(new IpNetwork(first.get(), Math.min(common, 32)));
  }
}
