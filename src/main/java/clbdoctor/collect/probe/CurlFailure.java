package clbdoctor.collect.probe;

import clbdoctor.collect.output.Line;
import clbdoctor.fact.ProbeOutcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** What it means when curl got no status line: libcurl-errors(3). */
final class CurlFailure {
  private CurlFailure() {}

  static CurlAnswer of(
      List<Line> lines, CurlTrace trace, Optional<CurlFormat> format, CurlRequest request) {
    for (Line line : lines) {
      Optional<Matcher> error = CurlAnswer.error(line);
      if (error.isPresent()) {
        return byCode(
            line, Integer.parseInt(error.get().group(1)), error.get().group(2), trace, request);
      }
    }
    for (Line line : lines) {
      if (line.text().contains("SSL_ERROR_SYSCALL")) {
        return CurlAnswer.at(line, ProbeOutcome.TLS_FAILED)
            .withTls(Optional.of("SSL_ERROR_SYSCALL"), Optional.empty());
      }
    }
    return format.map(f -> byFormat(f, trace, request)).orElseGet(() -> byBody(lines));
  }

  private static CurlAnswer byCode(
      Line line, int code, String text, CurlTrace trace, CurlRequest request) {
    boolean connected = trace.connectedTo().isPresent();
    return switch (code) {
      case 7 -> CurlAnswer.at(line, connectFailure(text, trace, request));
      case 28 -> timeout(line, text, connected, request);
      case 52, 55, 56 -> CurlAnswer.at(line, closed(text));
      case 1, 8, 16 -> CurlAnswer.at(line, ProbeOutcome.MALFORMED);
      case 35, 59 ->
          CurlAnswer.at(line, ProbeOutcome.TLS_FAILED).withTls(Optional.of(text), Optional.empty());
      case 51, 60, 77, 83, 91 ->
          CurlAnswer.at(line, ProbeOutcome.CONNECTED).withTls(Optional.empty(), Optional.of(text));
      case 6 -> CurlAnswer.unknown(line, "the name was not resolved, so nothing was sent");
      default ->
          CurlAnswer.unknown(line, "error " + code + " of curl says nothing about the server");
    };
  }

  private static ProbeOutcome closed(String text) {
    return text.contains("HTTP/0.9") ? ProbeOutcome.MALFORMED : ProbeOutcome.CLOSED_AT_ONCE;
  }

  /** A host is never unreachable from itself: loopback can only refuse. */
  private static ProbeOutcome connectFailure(String text, CurlTrace trace, CurlRequest request) {
    boolean loopback = request.target().matches("127\\..*|localhost|\\[::1]");
    return trace
        .connectError()
        .flatMap(ProbeReport::outcome)
        .or(() -> ProbeReport.outcome(text))
        .orElse(loopback ? ProbeOutcome.REFUSED : ProbeOutcome.NOT_CONNECTED);
  }

  /** With https the words "Connection timed out" also cover the handshake. */
  private static CurlAnswer timeout(
      Line line, String text, boolean connected, CurlRequest request) {
    if (text.startsWith("Operation timed out")
        || text.startsWith("SSL connection timeout")
        || connected) {
      return CurlAnswer.at(line, ProbeOutcome.CONNECTED_SILENT);
    }
    if (text.startsWith("Resolving")) {
      return CurlAnswer.unknown(line, "the name was not resolved, so nothing was sent");
    }
    boolean connecting = text.startsWith("Failed to connect");
    return connecting || !request.https()
        ? CurlAnswer.at(line, ProbeOutcome.TIMED_OUT)
        : CurlAnswer.unknown(
            line, "curl does not say whether the connection or the handshake timed out; add -v");
  }

  private static CurlAnswer byFormat(CurlFormat format, CurlTrace trace, CurlRequest request) {
    Line line = format.line();
    if (format.error().isPresent()) {
      String text = format.error().get();
      boolean connected = trace.connectedTo().isPresent() || format.connected().orElse(false);
      return text.contains("timed out") || text.contains("imeout")
          ? timeout(line, text, connected, request)
          : CurlAnswer.at(line, byWords(text, connected, trace, request));
    }
    return CurlAnswer.unknown(
        line, "curl does not say why there was no answer; add %{errormsg} or leave out -s");
  }

  private static ProbeOutcome byWords(
      String text, boolean connected, CurlTrace trace, CurlRequest request) {
    if (!connected) {
      return connectFailure(text, trace, request);
    }
    return request.https() && text.matches("(?i).*(ssl|tls).*")
        ? ProbeOutcome.TLS_FAILED
        : text.contains("HTTP/0.9") ? ProbeOutcome.MALFORMED : ProbeOutcome.CLOSED_AT_ONCE;
  }

  /** A document without headers: an answer came, nobody knows its status. */
  private static CurlAnswer byBody(List<Line> lines) {
    for (Line line : lines) {
      boolean markup = line.text().matches("\\s*<[!?a-zA-Z][^>]*>.*|\\s*\\{\\s*\".*");
      if (markup) {
        return CurlAnswer.at(line, ProbeOutcome.ANSWERED);
      }
    }
    Line last = lines.isEmpty() ? new Line(1, "") : lines.get(lines.size() - 1);
    return CurlAnswer.unknown(last, "there is no status line and no error; add -i");
  }
}
