package clbdoctor.firewall.nftables;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Range;

/** Reads single values: {@code 10.0.0.0/8}, {@code 80-90}, {@code "eth*"}, {@code established}. */
final class Values {
  private Values() {}

  static Range range(DataType type, Token token) {
    String text = token.text();
    if (token.kind() == Token.Kind.SIGN) {
      throw new SyntaxException("\"" + text + "\" is no value");
    }
    return switch (type) {
      case IPV4 -> addresses(AddressFamily.IPV4, text);
      case IPV6 -> addresses(AddressFamily.IPV6, text);
      case NAME -> names(text);
      case INDEX -> Range.of(index(token));
      case VERDICT -> throw new SyntaxException("a verdict is no value");
      default -> numbers(type, text);
    };
  }

  private static Range addresses(AddressFamily family, String text) {
    int dash = text.indexOf('-');
    Range range;
    try {
      range =
          dash < 0
              ? Range.of(IpNetwork.parse(text))
              : new Range(
                  Bits.of(IpAddress.parse(text.substring(0, dash))),
                  Bits.of(IpAddress.parse(text.substring(dash + 1))));
    } catch (IllegalArgumentException e) {
      throw new SyntaxException(e.getMessage());
    }
    boolean ipv6 = text.indexOf(':') >= 0;
    if (ipv6 != (family == AddressFamily.IPV6)) {
      throw new SyntaxException(text + " is an address of the other family");
    }
    return range;
  }

  /** nft ends a pattern with {@code *} and writes a real asterisk as {@code \*}. */
  private static Range names(String text) {
    boolean pattern = text.endsWith("*") && !text.endsWith("\\*");
    String name = text.replace("\\*", "*");
    return pattern
        ? Range.namesStartingWith(name.substring(0, name.length() - 1))
        : Range.of(Bits.name(name));
  }

  private static Bits index(Token token) {
    if (token.text().matches("[0-9]+")) {
      throw new SyntaxException("interface number " + token.text() + " has no name any more");
    }
    return Bits.name(token.text());
  }

  private static Range numbers(DataType type, String text) {
    int dash = text.indexOf('-');
    boolean span = dash > 0 && text.substring(0, dash).matches("0x[0-9a-f]+|[0-9]+");
    if (!span) {
      return Range.of(Bits.of(Symbols.number(type, text)));
    }
    long first = Symbols.number(type, text.substring(0, dash));
    return Range.of(first, Symbols.number(type, text.substring(dash + 1)));
  }
}
