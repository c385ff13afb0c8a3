package clbdoctor.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A regular expression, regardless of case, that is looked for in many lines. Most lines lack the
 * words without which nothing matches it; to find that out takes a small part of the time of trying
 * it.
 */
public final class Phrase {
  private final String regex;
  private Pattern pattern;
  private final List<Word> neededWords;

  private record Word(String letters, long pairs) {}

  private Phrase(String regex) {
    this.regex = regex;
    this.neededWords =
        NeededWords.of(regex).stream().map(word -> new Word(word, Line.pairs(word))).toList();
  }

  public static Phrase of(String regex) {
    return new Phrase(regex);
  }

  /** Whether a part of the line matches. */
  public boolean in(Line line) {
    return mayBeIn(line) && pattern().matcher(line.text()).find();
  }

  /** Made when it is first needed, which for most phrases is never. */
  private Pattern pattern() {
    Pattern made = pattern;
    if (made == null) {
      made = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
      pattern = made;
    }
    return made;
  }

  private boolean mayBeIn(Line line) {
    for (Word word : neededWords) {
      if (line.holds(word.letters(), word.pairs())) {
        return true;
      }
    }
    return neededWords.isEmpty();
  }
}
