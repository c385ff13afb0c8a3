package clbdoctor.collect.probe;

import clbdoctor.collect.output.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what {@code curl -w FORMAT} printed: {@code -w 'code=%{http_code} total=%{time_total}\n'}
 * prints {@code code=200 total=0.000580}.
 *
 * @param line where it stands
 * @param values the variables by name
 */
record CurlFormat(Line line, Map<String, String> values) {

  private static final Pattern VARIABLE = Pattern.compile("%\\{([a-z_.]{1,40})}|\\\\[nrt]|%%");

  static Optional<CurlFormat> find(String format, List<Line> lines) {
    List<String> names = new ArrayList<>();
    String firstLine = format.replaceFirst("^(\\\\n)+", "").replaceFirst("(?s)\\\\n.+", "");
    Pattern pattern = Pattern.compile(pattern(firstLine, names));
    for (Line line : lines) {
      Matcher matcher = pattern.matcher(line.text());
      if (!names.isEmpty() && matcher.find()) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
          values.put(names.get(i), matcher.group(i + 1).trim());
        }
        return Optional.of(new CurlFormat(line, values));
      }
    }
    return Optional.empty();
  }

  Optional<Integer> status() {
    return number("http_code").or(() -> number("response_code")).map(Double::intValue);
  }

  /** Time to the first byte of the answer, else to its end, in milliseconds. */
  Optional<Integer> millis() {
    return number("time_starttransfer")
        .filter(s -> s > 0)
        .or(() -> number("time_total"))
        .map(seconds -> (int) Math.round(seconds * 1000));
  }

  /** Whether a connection came about, when the format tells. */
  Optional<Boolean> connected() {
    return number("time_connect").map(seconds -> seconds > 0);
  }

  Optional<String> error() {
    return Optional.ofNullable(values.get("errormsg")).filter(text -> !text.isEmpty());
  }

  private Optional<Double> number(String name) {
    return Optional.ofNullable(values.get(name))
        .map(text -> text.replace(',', '.'))
        .filter(text -> text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?"))
        .map(Double::valueOf);
  }

  private static String pattern(String format, List<String> names) {
    StringBuilder pattern = new StringBuilder();
    Matcher variable = VARIABLE.matcher(format);
    int at = 0;
    while (variable.find() && names.size() < 20) {
      pattern.append(Pattern.quote(format.substring(at, variable.start())));
      if (variable.group(1) != null) {
        names.add(variable.group(1));
        boolean text = variable.group(1).equals("errormsg") || variable.group(1).contains("url");
        pattern.append(text ? "(.*)" : "([0-9.,]{1,20}|[A-Za-z/0-9.:-]{0,60})");
      }
      at = variable.end();
    }
    String rest = format.substring(Math.min(at, format.length())).stripTrailing();
    return pattern.append(rest.isEmpty() ? "" : Pattern.quote(rest)).toString();
  }
}
