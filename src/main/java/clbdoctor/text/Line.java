package clbdoctor.text;

import java.util.Locale;

/** A line in which many phrases are looked for. */
public final class Line {
  private final String text;
  private final String inSmallLetters;
  private final long pairs;

  private Line(String text) {
    this.text = text;
    this.inSmallLetters = text.toLowerCase(Locale.ROOT);
    this.pairs = pairs(inSmallLetters);
  }

  public static Line of(String text) {
    return new Line(text);
  }

  String text() {
    return text;
  }

  /**
   * Whether the word is in the line, whatever its letters.
   *
   * @param word in small letters
   * @param pairs those of the word
   */
  boolean holds(String word, long pairs) {
    return (this.pairs & pairs) == pairs && inSmallLetters.contains(word);
  }

  /**
   * Which pairs of neighbouring characters are in a text; several pairs share a bit. A text that
   * lacks a pair of a word lacks the word.
   */
  static long pairs(String text) {
    long pairs = 0;
    for (int i = 1; i < text.length(); i++) {
      pairs |= 1L << (text.charAt(i - 1) * 31 + text.charAt(i));
    }
    return pairs;
  }
}
