package clbdoctor.collect.probe;

import clbdoctor.collect.output.Line;
import java.util.regex.Pattern;

/** Takes the progress meter out of curl's output. */
final class CurlMeter {
  private static final Pattern HEAD =
      Pattern.compile("\\s*% Total\\s+% Received % Xferd.*|\\s*Dload\\s+Upload\\s+Total.*");

  /** {@code 0 153 0 0 0 0 0 0 --:--:-- --:--:-- --:--:-- 0}, once or again and again. */
  private static final Pattern COUNT =
      Pattern.compile(
          "\\s*[0-9.]{1,6}[kMGT]?(?:\\s+[0-9.]{1,6}[kMGT]?){7}"
              + "(?:\\s+(?:--:--:--|[0-9]{1,3}:[0-9]{2}:[0-9]{2})){3}\\s+[0-9.]{1,6}[kMGT]?");

  /** The data records that -v shows: {@code { [16 bytes data]}. */
  private static final Pattern RECORD = Pattern.compile("[{}] \\[[0-9]+ bytes data]");

  private CurlMeter() {}

  /** The line without the meter; blank when there was nothing else. */
  static Line without(Line line) {
    boolean nothing = HEAD.matcher(line.text()).matches() || RECORD.matcher(line.text()).matches();
    String rest = nothing ? "" : COUNT.matcher(line.text()).replaceAll("");
    return new Line(line.number(), rest.isBlank() ? "" : rest);
  }
}
