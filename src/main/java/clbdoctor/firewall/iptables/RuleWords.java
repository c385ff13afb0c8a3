package clbdoctor.firewall.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule's words put in order.
 *
 * @param general the options before the first match, such as {@code -s} and {@code -p}
 * @param target what {@code -j} or {@code -g} names
 * @param goes whether it is {@code -g}
 */
record RuleWords(Part general, List<Part> matches, Optional<Part> target, boolean goes) {

  /** Their value may look like an option. */
  private static final Set<String> FREE_TEXT =
      Set.of("--comment", "--string", "--hex-string", "--log-prefix", "--nflog-prefix");

  static RuleWords of(List<String> words) {
    List<Part> matches = new ArrayList<>();
    Part general = new Part("", new ArrayList<>());
    Part current = general;
    Optional<Part> target = Optional.empty();
    boolean goes = false;
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at);
      if (starts(word)) {
        current = named(words, at);
        if (word.equals("-m")) {
          matches.add(current);
        } else {
          target = Optional.of(current);
          goes = word.equals("-g");
        }
        at += 2;
      } else {
        at = option(words, at, current.options());
      }
    }
    return new RuleWords(general, matches, target, goes);
  }

  private static Part named(List<String> words, int at) {
    if (at + 1 == words.size()) {
      throw new SyntaxException(words.get(at) + " has no name");
    }
    return new Part(words.get(at + 1), new ArrayList<>());
  }

  private static boolean starts(String word) {
    return word.equals("-m") || word.equals("-j") || word.equals("-g");
  }

  private static int option(List<String> words, int from, List<Option> options) {
    int at = from;
    boolean negated = words.get(at).equals("!");
    if (negated) {
      at++;
    }
    if (at == words.size() || !words.get(at).startsWith("-")) {
      throw new SyntaxException(
          "\"" + words.get(Math.min(at, words.size() - 1)) + "\" is no option");
    }
    String name = words.get(at++);
    List<String> values = new ArrayList<>();
    if (FREE_TEXT.contains(name) && at < words.size()) {
      values.add(words.get(at++));
    }
    while (at < words.size() && !optionAt(words, at)) {
      if (words.get(at).equals("!")) {
        negated = true;
      } else {
        values.add(words.get(at));
      }
      at++;
    }
    options.add(new Option(negated, name, values));
    return at;
  }

  /** An option starts with a dash that is no minus sign, or with ! before one. */
  private static boolean optionAt(List<String> words, int at) {
    String word = words.get(at);
    if (word.equals("!")) {
      return at + 1 < words.size() && words.get(at + 1).startsWith("-");
    }
    return word.startsWith("-") && word.length() > 1 && !Character.isDigit(word.charAt(1));
  }
}
