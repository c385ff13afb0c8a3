package clbdoctor.collect.probe;

import clbdoctor.collect.output.Line;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code curl -v} tells of the connection.
 *
 * @param connectedTo address of the server, once connected
 * @param connectError {@code No route to host} and the like
 * @param requestLine method, path and version
 * @param host Host header; empty text when the request had none
 */
record CurlTrace(
    Optional<String> connectedTo,
    Optional<Integer> port,
    Optional<String> connectError,
    Optional<String> requestLine,
    Optional<String> host,
    Optional<String> tlsVersion,
    Optional<String> subject) {

  private static final Pattern CONNECTED =
      Pattern.compile(
          "\\* Connected to \\S{1,200} \\(([0-9a-fA-F.:]{2,45})\\) port ([0-9]{1,5}).*");
  private static final Pattern FAILED =
      Pattern.compile(
          "\\* connect to \\S{1,100} port [0-9]{1,5}(?: from \\S+ port [0-9]+)? failed: (.*)");
  private static final Pattern REQUEST = Pattern.compile("> ((?:GET|HEAD) \\S+ HTTP/[0-9.]+)");
  private static final Pattern HOST = Pattern.compile("> [Hh]ost: (.*)");
  private static final Pattern TLS = Pattern.compile("\\* SSL connection using (TLSv[0-9.]+).*");
  private static final Pattern SUBJECT = Pattern.compile("\\* {1,3}subject: (.*)");

  static CurlTrace of(List<Line> lines) {
    Optional<String> request = first(REQUEST, 1, lines);
    return new CurlTrace(
        first(CONNECTED, 1, lines),
        first(CONNECTED, 2, lines).map(Integer::valueOf),
        first(FAILED, 1, lines),
        request,
        request.map(r -> first(HOST, 1, lines).orElse("")),
        first(TLS, 1, lines),
        first(SUBJECT, 1, lines));
  }

  /** The version of the request. */
  Optional<HttpVersion> version() {
    return requestLine
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .flatMap(CurlAnswer::versionOf);
  }

  /** The request, when the trace alone tells it. */
  Optional<CurlRequest> request() {
    if (requestLine.isEmpty() || connectedTo.isEmpty()) {
      return Optional.empty();
    }
    String[] words = requestLine.get().split(" ");
    return Optional.of(
        new CurlRequest(
            tlsVersion.isPresent(),
            connectedTo.get(),
            port.orElse(80),
            words[1],
            host.orElse(""),
            words[0].equals("HEAD") ? HttpMethod.HEAD : HttpMethod.GET,
            version(),
            "",
            Optional.empty()));
  }

  private static Optional<String> first(Pattern pattern, int group, List<Line> lines) {
    for (Line line : lines) {
      Matcher matcher = pattern.matcher(line.text());
      if (matcher.matches()) {
        return Optional.of(matcher.group(group).trim());
      }
    }
    return Optional.empty();
  }
}
