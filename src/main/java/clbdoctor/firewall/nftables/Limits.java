package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.RateLimit;
import clbdoctor.firewall.model.Statement;

/** Reads limits on rates and numbers: {@code limit rate 10/second burst 5 packets}. */
final class Limits {
  private final Cursor cursor;

  Limits(Cursor cursor) {
    this.cursor = cursor;
  }

  boolean at() {
    return cursor.sees("limit")
        || cursor.sees("quota")
        || cursor.sees("ct") && cursor.seesSecond("count");
  }

  Statement read() {
    if (cursor.take("limit")) {
      return new Statement.Match(limit());
    }
    if (cursor.take("ct")) {
      cursor.expect("count");
      return new Statement.Match(count());
    }
    throw new SyntaxException("quota depends on the traffic so far");
  }

  private Condition limit() {
    cursor.expect("rate");
    boolean over = cursor.take("over");
    String rate = cursor.word();
    boolean packets = rate.indexOf('/') >= 0;
    if (!packets) {
      rate += " " + cursor.word();
    }
    long burst = packets ? 5 : 1;
    String burstText = "";
    if (cursor.take("burst")) {
      String number = cursor.word();
      String unit = cursor.word();
      burst = packets ? Symbols.number(DataType.INTEGER, number) : 1;
      burstText = " burst " + number + " " + unit;
    }
    String text = "limit rate " + (over ? "over " : "") + rate + burstText;
    double perSecond = packets ? perSecond(rate) : 0;
    return new Condition.WithinLimit(new RateLimit(text, perSecond, burst, over));
  }

  private Condition count() {
    boolean over = cursor.take("over");
    long connections = Symbols.number(DataType.INTEGER, cursor.word());
    if (connections == 0) {
      return new Condition.Always(over);
    }
    String text = "ct count " + (over ? "over " : "") + connections;
    return new Condition.WithinLimit(new RateLimit(text, 0, connections, over));
  }

  private static double perSecond(String rate) {
    int slash = rate.indexOf('/');
    double packets = Symbols.number(DataType.INTEGER, rate.substring(0, slash));
    return switch (rate.substring(slash + 1)) {
      case "second" -> packets;
      case "minute" -> packets / 60;
      case "hour" -> packets / 3600;
      case "day" -> packets / 86400;
      case "week" -> packets / 604800;
      default -> throw new SyntaxException(rate + " is no rate");
    };
  }
}
