package clbdoctor.collect.probe;

import clbdoctor.fact.ProbeOutcome;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what came back to echo requests. */
final class PingTally {
  private static final Pattern REPLY =
      Pattern.compile(
          "[0-9]+ bytes from .*(?:icmp_seq|seq)=.*|Reply from \\S+: bytes=.*|来自 \\S+ 的回复: ?字节=.*|Reply from \\S+: time.*|来自 \\S+ 的回复: ?时间.*");
  private static final Pattern TOTAL =
      Pattern.compile(
          "([0-9]+) packets transmitted, ([0-9]+) (?:packets )?received.*|\\s*Packets: Sent = ([0-9]+), Received = ([0-9]+),.*"
              + "|\\s*数据包: 已发送 = ([0-9]+)，已接收 = ([0-9]+)，.*");
  private static final Pattern AVERAGE =
      Pattern.compile(
          ".*(?:min/avg/max(?:/mdev)? = [0-9.]+/([0-9.]+)/|Average = ([0-9]+)ms|平均 = ([0-9]+)ms).*");

  private int sent;
  private int replies;
  private int counted;
  private boolean finished;
  private boolean lost;
  private boolean unreachable;
  private boolean prohibited;
  private Optional<Integer> average = Optional.empty();

  /** Whether the line is one of ping's. */
  boolean take(String text) {
    Matcher total = TOTAL.matcher(text);
    if (total.matches()) {
      int group = total.group(1) != null ? 1 : total.group(3) != null ? 3 : 5;
      sent = number(total.group(group));
      replies = number(total.group(group + 1));
      finished = true;
      return true;
    }
    boolean reply = REPLY.matcher(text.trim()).matches();
    counted += reply ? 1 : 0;
    return reply || failure(text.trim());
  }

  void takeAverage(String text) {
    Matcher matcher = AVERAGE.matcher(text);
    if (matcher.matches()) {
      String first = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      String number = first != null ? first : matcher.group(3);
      average =
          Optional.of((int) Math.round(Double.parseDouble("0" + number.replaceFirst("\\.$", ""))));
    }
  }

  /** Nothing when the output ends before anything is certain. */
  Optional<ProbeOutcome> outcome() {
    if (counted > 0) {
      return Optional.of(ProbeOutcome.ANSWERED);
    }
    if (prohibited) {
      return Optional.of(ProbeOutcome.PROHIBITED);
    }
    if (unreachable) {
      return Optional.of(ProbeOutcome.UNREACHABLE);
    }
    if (replies > 0) {
      return Optional.of(ProbeOutcome.ANSWERED);
    }
    return finished && sent > 0 || lost ? Optional.of(ProbeOutcome.TIMED_OUT) : Optional.empty();
  }

  Optional<Integer> averageMillis() {
    return average;
  }

  /** Windows counts an ICMP error among what it received. */
  Optional<Integer> lossPercent() {
    int answered = unreachable || prohibited ? counted : replies;
    return finished && sent > 0 && answered <= sent
        ? Optional.of((int) (100L * (sent - answered) / sent))
        : Optional.empty();
  }

  private boolean failure(String text) {
    boolean filtered = text.matches("From .*(?:Packet filtered|Prohibited|prohibited).*");
    boolean far =
        text.matches(
            "From .*[Uu]nreachable.*|ping: (?:connect|sendmsg): (?:Network|Host) is unreachable"
                + "|Reply from .*unreachable\\.?|来自 .*无法访问.*");
    boolean silent = text.equals("Request timed out.") || text.matches("请求超时。?");
    prohibited |= filtered;
    unreachable |= far;
    lost |= silent;
    return filtered || far || silent;
  }

  private static int number(String text) {
    return text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
  }
}
