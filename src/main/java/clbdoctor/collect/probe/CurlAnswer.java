package clbdoctor.collect.probe;

import clbdoctor.collect.output.Line;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.ProbeOutcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back to a request of curl.
 *
 * @param line where it stands
 * @param outcome empty when it cannot be told
 * @param doubt why not
 * @param spoken version of the status line, 1.1 without one
 * @param verifyError why curl refused the certificate: the check may not look at it
 */
record CurlAnswer(
    Line line,
    Optional<ProbeOutcome> outcome,
    String doubt,
    Optional<Integer> status,
    Optional<Integer> millis,
    Optional<String> location,
    HttpVersion spoken,
    Optional<String> tlsError,
    Optional<String> verifyError) {

  private static final Pattern STATUS =
      Pattern.compile("(?:< )?(HTTP/[0-9.]{1,3}) ([1-5][0-9]{2})\\b.*");
  private static final Pattern LOCATION = Pattern.compile("(?:< )?[Ll]ocation: *(.*)");
  private static final Pattern ERROR = Pattern.compile("curl: \\(([0-9]{1,3})\\) (.*)");

  static CurlAnswer of(
      List<Line> lines, CurlTrace trace, Optional<CurlFormat> format, CurlRequest request) {
    boolean traced = lines.stream().anyMatch(line -> line.text().startsWith("< HTTP/"));
    for (int i = 0; i < lines.size(); i++) {
      Matcher status = STATUS.matcher(lines.get(i).text());
      boolean counts = status.matches() && (!traced || lines.get(i).text().startsWith("< "));
      if (counts && !status.group(2).startsWith("1")) {
        return answered(lines, i, status, format);
      }
    }
    Optional<CurlFormat> coded = format.filter(f -> f.status().map(s -> s >= 100).orElse(false));
    if (coded.isPresent()) {
      return at(coded.get().line(), ProbeOutcome.ANSWERED)
          .with(coded.get().status(), coded.get().millis(), Optional.empty(), HttpVersion.HTTP_1_1);
    }
    return CurlFailure.of(lines, trace, format, request);
  }

  static CurlAnswer at(Line line, ProbeOutcome outcome) {
    return new CurlAnswer(
        line,
        Optional.of(outcome),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HttpVersion.HTTP_1_1,
        Optional.empty(),
        Optional.empty());
  }

  static CurlAnswer unknown(Line line, String doubt) {
    CurlAnswer answer = at(line, ProbeOutcome.MALFORMED);
    return new CurlAnswer(
        line,
        Optional.empty(),
        doubt,
        answer.status,
        answer.millis,
        answer.location,
        answer.spoken,
        answer.tlsError,
        answer.verifyError);
  }

  CurlAnswer withTls(Optional<String> handshakeError, Optional<String> certificateError) {
    return new CurlAnswer(
        line, outcome, doubt, status, millis, location, spoken, handshakeError, certificateError);
  }

  static Optional<HttpVersion> versionOf(String text) {
    return switch (text) {
      case "HTTP/1.0" -> Optional.of(HttpVersion.HTTP_1_0);
      case "HTTP/1.1" -> Optional.of(HttpVersion.HTTP_1_1);
      case "HTTP/2" -> Optional.of(HttpVersion.HTTP_2);
      default -> Optional.empty();
    };
  }

  /** The number and text of an error message of curl. */
  static Optional<Matcher> error(Line line) {
    Matcher matcher = ERROR.matcher(line.text().trim());
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  private static CurlAnswer answered(
      List<Line> lines, int at, Matcher status, Optional<CurlFormat> format) {
    Optional<String> location = Optional.empty();
    for (Line line : lines.subList(at + 1, lines.size())) {
      Matcher header = LOCATION.matcher(line.text());
      if (line.blank() || STATUS.matcher(line.text()).matches()) {
        break;
      }
      location = header.matches() ? Optional.of(header.group(1).trim()) : location;
    }
    HttpVersion spoken =
        versionOf(status.group(1))
            .filter(v -> v == HttpVersion.HTTP_2)
            .orElse(HttpVersion.HTTP_1_1);
    return at(lines.get(at), ProbeOutcome.ANSWERED)
        .with(
            Optional.of(Integer.valueOf(status.group(2))),
            format.flatMap(CurlFormat::millis),
            location,
            spoken);
  }

  private CurlAnswer with(
      Optional<Integer> code, Optional<Integer> time, Optional<String> to, HttpVersion version) {
    return new CurlAnswer(line, outcome, doubt, code, time, to, version, tlsError, verifyError);
  }
}
