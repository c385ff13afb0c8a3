package clbdoctor.firewall.iptables;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line into words as iptables-restore does: blanks part them, quotes and \ keep them. */
final class Words {
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean quoted;
  private boolean started;

  private Words() {}

  static List<String> of(String line) {
    return new Words().cut(line);
  }

  private List<String> cut(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quoted && i + 1 < line.length()) {
        word.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
        started = true;
      } else if (!quoted && (c == ' ' || c == '\t' || c == '\r')) {
        end();
      } else {
        word.append(c);
        started = true;
      }
    }
    if (quoted) {
      throw new SyntaxException("a quotation mark is not closed");
    }
    end();
    return words;
  }

  private void end() {
    if (started) {
      words.add(word.toString());
    }
    word.setLength(0);
    started = false;
  }
}
