package clbdoctor.firewall.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule as people write it for iptables-restore(8), in the words and the order of iptables-save:
 * ends, interfaces and protocol first, and each option behind the match that it belongs to.
 */
final class WrittenRule {
  private static final List<String> FIRST = List.of("-s", "-d", "-i", "-o", "-p");
  private static final Set<String> VERDICTS = Set.of("-j", "-g");

  private WrittenRule() {}

  /**
   * {@code -A INPUT -p tcp --dport 80 -s 10.0.0.1 -j DROP}, the source before the protocol. What is
   * no rule stays as it is.
   */
  static String saved(String rule) {
    try {
      List<String> words = Words.of(rule);
      return words.size() < 2 ? rule : saved(words);
    } catch (SyntaxException e) {
      return rule;
    }
  }

  private static String saved(List<String> words) {
    List<String> saved = new ArrayList<>(words.subList(0, 2));
    List<String> rest = new ArrayList<>(words.subList(2, words.size()));
    for (String option : FIRST) {
      saved.addAll(taken(rest, option));
    }
    int first = !rest.isEmpty() && rest.get(0).equals("!") ? 1 : 0;
    int protocol = saved.lastIndexOf("-p");
    if (rest.size() > first && rest.get(first).startsWith("--") && protocol > 0) {
      saved.addAll(List.of("-m", match(saved.get(protocol + 1))));
    }
    saved.addAll(withDefaults(rest));
    return String.join(" ", saved.stream().map(WrittenRule::quoted).toList());
  }

  /** Takes an option with its value, and with the ! before it, out of the words. */
  private static List<String> taken(List<String> words, String option) {
    int at = words.indexOf(option);
    if (at < 0 || at + 1 >= words.size()) {
      return List.of();
    }
    int from = at > 0 && words.get(at - 1).equals("!") ? at - 1 : at;
    List<String> found = new ArrayList<>(words.subList(from, at + 2));
    words.subList(from, at + 2).clear();
    return found;
  }

  private static String match(String protocol) {
    return protocol.equals("ipv6-icmp") || protocol.equals("icmpv6") ? "icmp6" : protocol;
  }

  /** The match recent has a name and looks at the source, though nobody writes that. */
  private static List<String> withDefaults(List<String> words) {
    int recent = words.indexOf("recent");
    if (recent < 0 || words.contains("--name")) {
      return words;
    }
    List<String> whole = new ArrayList<>(words);
    int end = recent + 1;
    while (end < whole.size()
        && !VERDICTS.contains(whole.get(end))
        && !whole.get(end).equals("-m")) {
      end++;
    }
    whole.addAll(end, List.of("--name", "DEFAULT", "--rsource"));
    return whole;
  }

  private static String quoted(String word) {
    return word.isEmpty() || word.matches(".*[\\s\"\\\\].*")
        ? "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : word;
  }
}
