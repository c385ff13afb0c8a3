package clbdoctor.collect.output;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line as shells do, so far as output readers need it: words, quotes, pipes. */
final class ShellWords {
  private final String line;
  private final List<List<String>> stages = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ShellWords(String line) {
    this.line = line;
    stages.add(new ArrayList<>());
  }

  /**
   * The words of each command between pipes, redirections left out; empty when the line holds
   * several commands.
   */
  static List<List<String>> pipeline(String line) {
    ShellWords words = new ShellWords(line.trim().replaceFirst("[; ]+$", ""));
    return words.split() ? words.stages : List.of();
  }

  private boolean split() {
    for (at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == ';' || twice(c, '|') || twice(c, '&')) {
        return false;
      }
      if (c == '"' || c == '\'') {
        takeQuoted(c);
      } else if (Character.isWhitespace(c)) {
        endWord();
      } else if (c == '|') {
        endWord();
        stages.add(new ArrayList<>());
      } else {
        take(c);
      }
    }
    endWord();
    return true;
  }

  private boolean twice(char c, char wanted) {
    return c == wanted && at + 1 < line.length() && line.charAt(at + 1) == wanted;
  }

  private void takeQuoted(char quote) {
    int end = line.indexOf(quote, at + 1);
    int stop = end < 0 ? line.length() : end;
    word.append(line, at + 1, stop);
    inWord = true;
    at = stop;
  }

  /** A backslash is an escape before a special character, elsewhere a part of a Windows path. */
  private void take(char c) {
    boolean escape =
        c == '\\' && at + 1 < line.length() && " \"'|;&()<>\\$`*".indexOf(line.charAt(at + 1)) >= 0;
    word.append(escape ? line.charAt(++at) : c);
    inWord = true;
  }

  private void endWord() {
    if (!inWord) {
      return;
    }
    String text = word.toString();
    List<String> current = stages.get(stages.size() - 1);
    String last = current.isEmpty() ? "" : current.get(current.size() - 1);
    if (last.matches("[0-9&]?>{1,2}")) {
      current.remove(current.size() - 1);
    } else if (!text.matches("[0-9&]?>{1,2}.+|<.*")) {
      current.add(text);
    }
    word.setLength(0);
    inWord = false;
  }
}
