package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.BaseHook;
import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Table;
import clbdoctor.firewall.model.TableFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads one table, behind the word {@code table}. */
final class TableReader {
  /**
   * What is read.
   *
   * @param fed the names of sets that rules change
   */
  record Source(Cursor cursor, String text, Set<String> fed) {}

  private final Source source;
  private final Cursor cursor;
  private final boolean managed;
  private final Map<String, NftSet> sets = new HashMap<>();
  private final Map<String, Chain> chains = new LinkedHashMap<>();
  private boolean dormant;
  private boolean bothFamilies;

  TableReader(Source source, boolean managed) {
    this.source = source;
    this.cursor = source.cursor();
    this.managed = managed;
  }

  Table read() {
    TableFamily family;
    String word = cursor.word();
    try {
      family = TableFamily.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new SyntaxException("the family " + word + " is not known");
    }
    bothFamilies = family == TableFamily.INET || family == TableFamily.NETDEV;
    String name = cursor.text();
    cursor.expect("{");
    while (!cursor.take("}")) {
      object();
    }
    if (dormant) {
      chains.clear();
    }
    return new Table(family, name, chains, managed);
  }

  private void object() {
    Token token = cursor.next();
    if (token.kind() == Token.Kind.BREAK || token.kind() == Token.Kind.COMMENT) {
      return;
    }
    switch (token.text()) {
      case ";" -> {}
      case "flags" -> flags();
      case "comment" -> cursor.text();
      case "set", "map" -> set(token.text().equals("map"));
      case "chain" -> chain();
      case "flowtable", "counter", "quota", "limit", "ct", "synproxy", "secmark" -> skipBlock();
      default -> throw new SyntaxException("\"" + token.text() + "\" is not known in a table");
    }
  }

  private void flags() {
    do {
      dormant |= cursor.word().equals("dormant");
    } while (cursor.take(","));
  }

  private void set(boolean map) {
    String name = cursor.text();
    List<Token> body = block();
    sets.put(name, SetReader.read(name, body, map, source.fed().contains(name)));
  }

  /** The tokens between the braces of a block. */
  private List<Token> block() {
    while (!cursor.take("{")) {
      cursor.next();
    }
    List<Token> body = new ArrayList<>();
    int depth = 1;
    while (true) {
      Token token = cursor.next();
      depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
      if (depth == 0) {
        return body;
      }
      body.add(token);
    }
  }

  private void skipBlock() {
    block();
  }

  private void chain() {
    String name = cursor.text();
    Optional<BaseHook> base = Optional.empty();
    List<Rule> rules = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    int depth = 0;
    for (Token token : withEnd(block())) {
      depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
      boolean ends = depth == 0 && (token.kind() == Token.Kind.BREAK || token.is(";"));
      if (!ends) {
        line.add(token);
      } else if (!line.isEmpty()) {
        base = addLine(line, base, rules);
        line = new ArrayList<>();
      }
    }
    chains.put(name, new Chain(name, base, rules));
  }

  private static List<Token> withEnd(List<Token> body) {
    List<Token> tokens = new ArrayList<>(body);
    tokens.add(new Token(Token.Kind.BREAK, "\n", 0, 0, 0));
    return tokens;
  }

  private Optional<BaseHook> addLine(List<Token> line, Optional<BaseHook> base, List<Rule> rules) {
    OptionalLong handle = OptionalLong.empty();
    List<Token> tokens = new ArrayList<>();
    for (Token token : line) {
      if (token.kind() == Token.Kind.COMMENT) {
        handle = handle(token.text());
      } else if (token.kind() != Token.Kind.BREAK) {
        tokens.add(token);
      }
    }
    if (tokens.isEmpty()) {
      return base;
    }
    Token first = tokens.get(0);
    if (first.is("type") && tokens.size() > 2 && tokens.get(2).is("hook")) {
      return Optional.of(BaseHooks.read(new Cursor(tokens)));
    }
    if (first.is("policy") && base.isPresent()) {
      return Optional.of(BaseHooks.withPolicy(base.get(), tokens));
    }
    if (first.is("comment") && rules.isEmpty() && tokens.size() == 2) {
      return base;
    }
    rules.add(rule(tokens, rules.size() + 1, handle));
    return base;
  }

  private Rule rule(List<Token> tokens, int position, OptionalLong handle) {
    Token first = tokens.get(0);
    String written = source.text().substring(first.start(), tokens.get(tokens.size() - 1).end());
    return new Rule(
        position, first.line(), written, handle, RuleReader.read(tokens, sets, bothFamilies));
  }

  private static OptionalLong handle(String comment) {
    return comment.matches("handle [0-9]+")
        ? OptionalLong.of(Long.parseLong(comment.substring(7)))
        : OptionalLong.empty();
  }
}
