package clbdoctor.collect.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of curl, curl(1): switches, options with a value, and URLs.
 *
 * @param switches {@code -I} or {@code --head} for each given switch
 * @param values option and value alternating
 */
record CurlArguments(Set<String> switches, List<String> values, List<String> urls) {

  /** One-letter options that take a value. */
  private static final String VALUED = "AbcCdDeEFhHKmoPQrtTuUwxXyYz";

  /** Long options that take no value; all others are taken to have one. */
  private static final Set<String> LONG_SWITCHES =
      Set.of(
          "--head",
          "--http1.0",
          "--http1.1",
          "--http2",
          "--http2-prior-knowledge",
          "--insecure",
          "--silent",
          "--show-error",
          "--verbose",
          "--include",
          "--location",
          "--fail",
          "--ipv4",
          "--ipv6",
          "--no-progress-meter",
          "--get",
          "--tlsv1.2",
          "--tlsv1.3",
          "--no-keepalive",
          "--compressed",
          "--globoff",
          "--path-as-is",
          "--http0.9",
          "--haproxy-protocol",
          "--remote-name",
          "--no-buffer",
          "--tcp-nodelay",
          "--fail-with-body",
          "--no-alpn");

  static CurlArguments of(List<String> arguments) {
    Set<String> switches = new HashSet<>();
    List<String> values = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      boolean last = i + 1 == arguments.size();
      if (word.startsWith("--") && !LONG_SWITCHES.contains(word)) {
        values.add(word);
        values.add(last ? "" : arguments.get(++i));
      } else if (word.startsWith("--")) {
        switches.add(word);
      } else if (word.startsWith("-") && word.length() > 1) {
        String next = last ? "" : arguments.get(i + 1);
        i += cluster(word, next, switches, values) ? 1 : 0;
      } else {
        urls.add(word);
      }
    }
    return new CurlArguments(switches, values, urls);
  }

  boolean has(String... names) {
    return List.of(names).stream()
        .anyMatch(name -> switches.contains(name) || value(name).isPresent());
  }

  /** The last value of an option that has these names. */
  Optional<String> value(String... names) {
    Optional<String> found = Optional.empty();
    for (int i = 0; i + 1 < values.size(); i += 2) {
      if (List.of(names).contains(values.get(i))) {
        found = Optional.of(values.get(i + 1));
      }
    }
    return found;
  }

  /** The value of a header given by -H; empty text for {@code -H 'Host:'}. */
  Optional<String> header(String name) {
    for (int i = 0; i + 1 < values.size(); i += 2) {
      String value = values.get(i + 1);
      boolean header = values.get(i).equals("-H") || values.get(i).equals("--header");
      if (header && value.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return Optional.of(value.substring(name.length() + 1).trim());
      }
    }
    return Optional.empty();
  }

  /** {@code -sIm2}: true when the value of the last letter is the next word. */
  private static boolean cluster(
      String word, String next, Set<String> switches, List<String> values) {
    for (int at = 1; at < word.length(); at++) {
      String name = "-" + word.charAt(at);
      if (VALUED.indexOf(word.charAt(at)) >= 0) {
        values.add(name);
        values.add(at + 1 < word.length() ? word.substring(at + 1) : next);
        return at + 1 == word.length();
      }
      switches.add(name);
    }
    return false;
  }
}
