package clbdoctor.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The HTTP status codes that a health check accepts, as disjoint ranges in ascending order of what
 * was written.
 *
 * <p>Forms: a class {@code 2xx} (or {@code http_2xx}), a code {@code 204}, a range {@code 200-399},
 * and the API's bit mask 1-31, whose bits stand for 1xx, 2xx, 3xx, 4xx and 5xx.
 */
public record StatusSet(List<Range> ranges) {

  /** Codes from first to last, both included. */
  public record Range(int first, int last) {
    @Override
    public String toString() {
      boolean wholeClass = first % 100 == 0 && last == first + 99;
      return wholeClass ? first / 100 + "xx" : first == last ? "" + first : first + "-" + last;
    }
  }

  private static final Pattern SEPARATOR = Pattern.compile("[ ,]+");
  private static final Pattern CLASS = Pattern.compile("(http_)?[1-5]xx");
  private static final Pattern CODE = Pattern.compile("[1-5][0-9]{2}");
  private static final Pattern RANGE = Pattern.compile("[1-5][0-9]{2}-[1-5][0-9]{2}");
  private static final Pattern MASK = Pattern.compile("[1-9]|[12][0-9]|3[01]");

  public StatusSet {
    ranges = List.copyOf(ranges);
  }

  /**
   * The set written as one or more words; an {@link IllegalArgumentException} names a wrong one.
   */
  public static StatusSet parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String word : SEPARATOR.split(text.trim())) {
      ranges.addAll(parseWord(word));
    }
    return new StatusSet(ranges);
  }

  public boolean accepts(int status) {
    return lastFrom(status) >= status;
  }

  /** Whether every code from 100 to 599 is accepted, so that no status can fail the check. */
  public boolean acceptsEverything() {
    int next = 100;
    while (next <= 599 && accepts(next)) {
      next = lastFrom(next) + 1;
    }
    return next > 599;
  }

  /** The last code of the range that holds the status; -1 when none does. */
  private int lastFrom(int status) {
    for (Range range : ranges) {
      if (range.first() <= status && status <= range.last()) {
        return range.last();
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(", "));
  }

  private static List<Range> parseWord(String word) {
    if (CLASS.matcher(word).matches()) {
      return List.of(ofClass(word.charAt(word.length() - 3) - '0'));
    }
    if (CODE.matcher(word).matches()) {
      return List.of(new Range(Integer.parseInt(word), Integer.parseInt(word)));
    }
    if (RANGE.matcher(word).matches() && word.substring(0, 3).compareTo(word.substring(4)) <= 0) {
      return List.of(
          new Range(Integer.parseInt(word.substring(0, 3)), Integer.parseInt(word.substring(4))));
    }
    if (MASK.matcher(word).matches()) {
      return ofMask(Integer.parseInt(word));
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is no HTTP status; write 2xx, 204, 200-399 or the bit mask 1-31");
  }

  private static Range ofClass(int hundreds) {
    return new Range(hundreds * 100, hundreds * 100 + 99);
  }

  private static List<Range> ofMask(int mask) {
    List<Range> ranges = new ArrayList<>();
    for (int bit = 0; bit < 5; bit++) {
      if ((mask >> bit & 1) == 1) {
        ranges.add(ofClass(bit + 1));
      }
    }
    return ranges;
  }
}
