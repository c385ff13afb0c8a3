package clbdoctor.fact;

import java.util.ArrayList;
import java.util.List;
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

  public StatusSet {
    ranges = List.copyOf(ranges);
  }

  /**
   * The set written as one or more words; an {@link IllegalArgumentException} names a wrong one.
   */
  public static StatusSet parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String word : text.trim().split("[ ,]+")) {
      ranges.addAll(parseWord(word));
    }
    return new StatusSet(ranges);
  }

  public boolean accepts(int status) {
    return ranges.stream().anyMatch(r -> r.first() <= status && status <= r.last());
  }

  /** Whether every code from 100 to 599 is accepted, so that no status can fail the check. */
  public boolean acceptsEverything() {
    return java.util.stream.IntStream.rangeClosed(100, 599).allMatch(this::accepts);
  }

  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(", "));
  }

  private static List<Range> parseWord(String word) {
    if (word.matches("(http_)?[1-5]xx")) {
      return List.of(ofClass(word.charAt(word.length() - 3) - '0'));
    }
    if (word.matches("[1-5][0-9]{2}")) {
      return List.of(new Range(Integer.parseInt(word), Integer.parseInt(word)));
    }
    if (word.matches("[1-5][0-9]{2}-[1-5][0-9]{2}")
        && word.substring(0, 3).compareTo(word.substring(4)) <= 0) {
      return List.of(
          new Range(Integer.parseInt(word.substring(0, 3)), Integer.parseInt(word.substring(4))));
    }
    if (word.matches("[1-9]|[12][0-9]|3[01]")) {
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
