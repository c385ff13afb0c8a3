package clbdoctor.firewall.nftables;

import java.util.List;

/** A place in a list of tokens. */
final class Cursor {
  private final List<Token> tokens;
  private int at;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean done() {
    return at >= tokens.size();
  }

  /** Whether the next token is this word or sign. */
  boolean sees(String text) {
    return !done() && tokens.get(at).is(text);
  }

  /** Whether the token after the next is this word or sign. */
  boolean seesSecond(String text) {
    return at + 1 < tokens.size() && tokens.get(at + 1).is(text);
  }

  Token peek() {
    if (done()) {
      throw new SyntaxException("the text ends too early");
    }
    return tokens.get(at);
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  String word() {
    Token token = next();
    if (token.kind() != Token.Kind.WORD) {
      throw new SyntaxException("\"" + token.text() + "\" is not expected");
    }
    return token.text();
  }

  /** A word or the inside of a string. */
  String text() {
    Token token = next();
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.STRING) {
      throw new SyntaxException("\"" + token.text() + "\" is not expected");
    }
    return token.text();
  }

  /** Takes the word or sign if it is next. */
  boolean take(String text) {
    boolean there = sees(text);
    if (there) {
      at++;
    }
    return there;
  }

  void expect(String text) {
    if (!take(text)) {
      String found = done() ? "the end" : "\"" + peek().text() + "\"";
      throw new SyntaxException("\"" + text + "\" is expected, not " + found);
    }
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }
}
