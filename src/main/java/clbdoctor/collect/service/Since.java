package clbdoctor.collect.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long ago, in the words of systemd: {@code 2 weeks 3 days ago}, {@code 1h 5min ago}. */
final class Since {
  private static final Pattern AGO =
      Pattern.compile(
          ".*; ((?:[0-9]{1,5} ?(?:years?|months?|weeks?|days?|h|min|s|ms) ?){1,9})(?:ago)?");
  private static final Pattern PART = Pattern.compile("([0-9]{1,5}) ?([a-z]+)");

  private Since() {}

  static Optional<Integer> seconds(String text) {
    Matcher ago = AGO.matcher(text.trim());
    if (!ago.matches()) {
      return Optional.empty();
    }
    long seconds =
        PART.matcher(ago.group(1))
            .results()
            .mapToLong(part -> Long.parseLong(part.group(1)) * unit(part.group(2)))
            .sum();
    return Optional.of((int) Math.min(seconds, Integer.MAX_VALUE));
  }

  private static long unit(String name) {
    return switch (name.replaceFirst("(?<=..)s$", "")) {
      case "year" -> 31_557_600;
      case "month" -> 2_629_800;
      case "week" -> 604_800;
      case "day" -> 86_400;
      case "h" -> 3_600;
      case "min" -> 60;
      case "s" -> 1;
      default -> 0;
    };
  }
}
