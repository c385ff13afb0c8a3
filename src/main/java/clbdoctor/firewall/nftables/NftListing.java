package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Table;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.model.Unread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the output of {@code nft list ruleset}, with or without {@code -a} (nft(8)):
 *
 * <pre>
 * table inet filter {
 *   set banned {
 *     type ipv4_addr
 *     flags interval
 *     elements = { 100.64.0.0/12, 192.0.2.7 }
 *   }
 *
 *   chain input {
 *     type filter hook input priority filter; policy drop;
 *     iifname "lo" accept
 *     ip saddr @banned drop
 *     tcp dport { 80, 443 } accept
 *   }
 * }
 * </pre>
 *
 * A listing that ends inside a table, or a table that can't be read, is {@linkplain
 * Ruleset#unread() unread}. A rule that is not understood is kept as one that may do anything.
 *
 * <p>nft leaves out some matches that it takes for implied (seen with 1.0.6). For {@code reject
 * with tcp reset} in tables of both families that is allowed for; a rule that contradicts itself,
 * such as {@code meta protocol ip6 reject with icmp host-prohibited}, can look like one that does
 * not, and {@code ip saddr < a ip saddr > b}, which never holds, is listed as {@code ip saddr !=
 * a-b}, in JSON too. Such a rule is taken for what the listing shows.
 */
public final class NftListing {
  private static final String MANAGED = "is managed by iptables-nft";

  private NftListing() {}

  /** The ruleset in {@code text}. */
  public static Ruleset parse(String text) {
    List<Table> tables = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    try {
      List<Token> tokens = Lexer.tokens(text);
      read(new TableReader.Source(new Cursor(tokens), text, fed(tokens)), tables, unread);
    } catch (SyntaxException e) {
      unread.add(new Unread(1, "", e.getMessage()));
    }
    return new Ruleset(Tool.NFTABLES, tables, unread);
  }

  /** The sets that some rule puts elements in or takes them out of. */
  private static Set<String> fed(List<Token> tokens) {
    Set<String> names = new HashSet<>();
    for (int i = 1; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      boolean changes = Set.of("add", "update", "delete").contains(tokens.get(i - 1).text());
      if (changes && text.startsWith("@")) {
        names.add(text.substring(1));
      }
    }
    return names;
  }

  private static void read(TableReader.Source source, List<Table> tables, List<Unread> unread) {
    Cursor cursor = source.cursor();
    String text = source.text();
    boolean managed = false;
    while (!cursor.done()) {
      Token token = cursor.next();
      if (token.kind() == Token.Kind.COMMENT) {
        managed = token.text().contains(MANAGED);
      } else if (token.is("table")) {
        try {
          tables.add(new TableReader(source, managed).read());
        } catch (SyntaxException e) {
          int line = cursor.done() ? token.line() : cursor.peek().line();
          unread.add(new Unread(line, lineOf(text, line), e.getMessage()));
          return;
        }
        managed = false;
      } else if (token.kind() != Token.Kind.BREAK) {
        unread.add(new Unread(token.line(), lineOf(text, token.line()), "is no table"));
        return;
      }
    }
  }

  private static String lineOf(String text, int line) {
    String[] lines = text.split("\n", line + 1);
    return lines[Math.min(line, lines.length) - 1].strip();
  }
}
