package clbdoctor.firewall.nftables;

import clbdoctor.firewall.nftables.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a listing into tokens. */
final class Lexer {
  private static final String SIGNS = "{},;=!<>()&|^";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    return new Lexer(text).run();
  }

  private List<Token> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        add(Kind.BREAK, at, at + 1, "\n");
        line++;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (c == '"') {
        string();
      } else if (c == '#') {
        int end = endOfLine();
        add(Kind.COMMENT, at, end, text.substring(at + 1, end).strip());
      } else if (SIGNS.indexOf(c) >= 0) {
        sign(c);
      } else {
        word();
      }
    }
    return tokens;
  }

  private void add(Kind kind, int start, int end, String content) {
    tokens.add(new Token(kind, content, line, start, end));
    at = end;
  }

  private void string() {
    int end = text.indexOf('"', at + 1);
    if (end < 0 || end > endOfLine()) {
      throw new SyntaxException("line " + line + ": a quotation mark is not closed");
    }
    add(Kind.STRING, at, end + 1, text.substring(at + 1, end));
  }

  private void sign(char c) {
    if (c == ',') {
      add(Kind.SIGN, at, at + 1, ",");
      return;
    }
    boolean twice =
        at + 1 < text.length()
            && (text.charAt(at + 1) == '=' && "=!<>".indexOf(c) >= 0
                || text.charAt(at + 1) == c && "<>".indexOf(c) >= 0);
    int end = at + (twice ? 2 : 1);
    add(Kind.SIGN, at, end, text.substring(at, end));
  }

  private void word() {
    int end = at;
    while (end < text.length() && !separates(text.charAt(end))) {
      end++;
    }
    add(Kind.WORD, at, end, text.substring(at, end));
  }

  private static boolean separates(char c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || "\"#".indexOf(c) >= 0
        || SIGNS.indexOf(c) >= 0;
  }

  private int endOfLine() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
