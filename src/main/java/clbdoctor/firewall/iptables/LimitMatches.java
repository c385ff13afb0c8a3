package clbdoctor.firewall.iptables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.RateLimit;
import java.util.Locale;
import java.util.Optional;

/** Matches that count packets or connections. */
final class LimitMatches {
  private LimitMatches() {}

  static Condition of(Part match) {
    return switch (match.name()) {
      case "limit" -> limit(match);
      case "hashlimit" -> hashlimit(match);
      case "connlimit" -> connlimit(match);
      default -> recent(match);
    };
  }

  private static Condition limit(Part match) {
    String rate = match.value("3/hour", "--limit");
    long burst = Numbers.parse(match.value("5", "--limit-burst"));
    String text = "limit " + rate + " burst " + burst;
    return new Condition.WithinLimit(new RateLimit(text, perSecond(rate), burst, false));
  }

  private static Condition hashlimit(Part match) {
    Optional<Option> upto = match.option("--hashlimit-upto", "--hashlimit");
    Optional<Option> above = match.option("--hashlimit-above");
    Option option = upto.or(() -> above).orElse(null);
    String burst = match.value("5", "--hashlimit-burst");
    if (option == null || !burst.matches("[0-9]+")) {
      return Matches.obscure(match);
    }
    boolean over = above.isPresent() ^ option.negated();
    String rate = option.value();
    String text = "hashlimit " + (over ? "above " : "up to ") + rate + " burst " + burst;
    return new Condition.WithinLimit(
        new RateLimit(text, perSecond(rate), Long.parseLong(burst), over));
  }

  private static Condition connlimit(Part match) {
    Optional<Option> upto = match.option("--connlimit-upto");
    Option option = upto.or(() -> match.option("--connlimit-above")).orElse(null);
    if (option == null) {
      return Matches.obscure(match);
    }
    boolean over = upto.isEmpty() ^ option.negated();
    long connections = Numbers.parse(option.value());
    if (connections == 0) {
      return new Condition.Always(over);
    }
    String text = "connlimit " + (over ? "above " : "up to ") + connections;
    return new Condition.WithinLimit(new RateLimit(text, 0, connections, over));
  }

  /** A count of at least two hits is a limit; anything else depends on who came before. */
  private static Condition recent(Part match) {
    if (match.has("--set")) {
      return new Condition.Always(!match.option("--set").get().negated());
    }
    Option option = match.option("--update", "--rcheck").orElse(null);
    long hits = Numbers.parse(match.value("1", "--hitcount"));
    if (option == null || hits < 2) {
      return new Condition.Obscure("match recent, which depends on earlier packets");
    }
    long seconds = Numbers.parse(match.value("0", "--seconds"));
    String text = "recent " + hits + " hits" + (seconds > 0 ? " in " + seconds + " s" : "");
    double perSecond = seconds > 0 ? (hits - 1.0) / seconds : 0;
    return new Condition.WithinLimit(new RateLimit(text, perSecond, hits - 1, !option.negated()));
  }

  /** {@code 5/min}: iptables takes any start of second, minute, hour, day. */
  private static double perSecond(String rate) {
    int slash = rate.indexOf('/');
    String number = slash < 0 ? rate : rate.substring(0, slash);
    if (!number.matches("[0-9]+")) {
      return 0;
    }
    String unit = slash < 0 ? "second" : rate.substring(slash + 1).toLowerCase(Locale.ROOT);
    double seconds =
        "second".startsWith(unit)
            ? 1
            : "minute".startsWith(unit) ? 60 : "hour".startsWith(unit) ? 3600 : 86400;
    return Long.parseLong(number) / seconds;
  }
}
