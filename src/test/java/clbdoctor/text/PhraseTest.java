package clbdoctor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Out of memory; out of memory",
        "out of memory|oom-kill; out of memory,oom-kill",
        "unable to (open )?a file; 'unable to '",
        "port \\d+ (was|is) already in use; ' already in use'",
        "upstream timed? out; upstream time",
        "ab+c; ab",
        "(fork|clone).*failed; failed",
        "(fork|clone).*\\d; fork,clone",
        "^(?!.*denied).*(?:enotfound|eai_again); enotfound,eai_again",
        "status=\\d+/(segv|abrt); status=",
        "0x80070020|\\bemfile\\b; 0x80070020,emfile",
        "a{2,3}bc; bc",
        "[a-z|)]+x[0-9]?yz; yz",
        "a|\\d+; ''",
      })
  void knowsTheWordsWithoutWhichNothingMatches(String regex, String words) {
    assertEquals(words.isEmpty() ? List.of() : List.of(words.split(",")), NeededWords.of(regex));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\x16\\x03", "(?<name>a)", "(a)\\1", "\\p{Lu}"})
  void refusesWhatItDoesNotKnow(String regex) {
    assertThrows(IllegalArgumentException.class, () -> Phrase.of(regex));
  }

  /** Random lines of the letters that the regular expressions are made of. */
  @Test
  void findsWhatTheRegularExpressionFinds() {
    List<String> regexes =
        List.of("ab|b+c?a", "(ab|ba)*c", "a(?:b|cc){1,2}b", "^(?!.*c).*(?:ab|bb)", "[^a]bb?|cab");
    Random random = new Random(7);
    for (String regex : regexes) {
      Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
      Phrase phrase = Phrase.of(regex);
      for (int i = 0; i < 5_000; i++) {
        String line = line(random);
        assertEquals(
            pattern.matcher(line).find(), phrase.in(Line.of(line)), () -> regex + " in " + line);
      }
    }
  }

  private static String line(Random random) {
    StringBuilder line = new StringBuilder();
    for (int length = random.nextInt(9); length > 0; length--) {
      line.append("abcC".charAt(random.nextInt(4)));
    }
    return random.nextBoolean() ? line.toString() : line.toString().toUpperCase(Locale.ROOT);
  }
}
