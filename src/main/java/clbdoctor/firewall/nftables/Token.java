package clbdoctor.firewall.nftables;

/**
 * A piece of a listing.
 *
 * @param text a word, the inside of a string, or one of {@code { } , ; = != == < > <= >= ( ) & | ^
 *     !}
 * @param start where it begins in the listing
 * @param end where it ends
 */
record Token(Kind kind, String text, int line, int start, int end) {

  enum Kind {
    WORD,
    STRING,
    SIGN,
    /** The end of a line. */
    BREAK,
    /** What stands behind {@code #}. */
    COMMENT
  }

  boolean is(String sign) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(sign);
  }
}
