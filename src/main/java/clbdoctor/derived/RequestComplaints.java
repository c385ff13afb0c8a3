package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.RequestComplaint;
import clbdoctor.fact.RequestComplaintKind;
import clbdoctor.text.Phrases;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What web servers and frameworks write when a request or handshake is not to their taste. */
final class RequestComplaints {
  /** The first that matches counts: what came in tells more than how the server calls it. */
  private static final Phrases<RequestComplaintKind> PHRASES =
      new Phrases<RequestComplaintKind>()
          .with(
              RequestComplaintKind.TLS_RECEIVED,
              "(request|method|line|\"|').*\\\\?\\\\x16\\\\?\\\\x03")
          .with(RequestComplaintKind.PLAIN_HTTP_RECEIVED, "plain http request (was )?sent to https")
          .with(RequestComplaintKind.PLAIN_HTTP_RECEIVED, "sent plain http request to https")
          .with(RequestComplaintKind.PLAIN_HTTP_RECEIVED, "speaking plain http to an ssl")
          .with(RequestComplaintKind.PLAIN_HTTP_RECEIVED, "sent an http request to an https server")
          .with(RequestComplaintKind.PLAIN_HTTP_RECEIVED, "ssl routines.*:http request")
          .with(
              RequestComplaintKind.PROXY_HEADER_MISSING,
              "broken header: .* while reading proxy protocol")
          .with(RequestComplaintKind.PROXY_HEADER_MISSING, "does ?n.?t look like a proxy protocol")
          .with(
              RequestComplaintKind.PROXY_HEADER_MISSING,
              "remoteip.*proxy.*header.*(missing|invalid|failed)")
          .with(RequestComplaintKind.PROXY_HEADER_RECEIVED, "\"PROXY (TCP[46]|UNKNOWN)")
          .with(
              RequestComplaintKind.PROXY_HEADER_RECEIVED,
              "\\\\x0D\\\\x0A\\\\x0D\\\\x0A\\\\x00\\\\x0D\\\\x0AQUIT")
          .with(RequestComplaintKind.MISSING_HOST, "without (a )?\"?host\"? header")
          .with(
              RequestComplaintKind.MISSING_HOST,
              "no host in request|missing (required )?host header")
          .with(
              RequestComplaintKind.UNKNOWN_HOST,
              "disallowedhost|invalid http_host header|blocked hosts?:")
          .with(
              RequestComplaintKind.UNKNOWN_HOST,
              "invalid hostname|invalid host:|trusted_host|untrusted host")
          .with(RequestComplaintKind.UNKNOWN_HOST, "(HEAD|GET) \\S+ \\S*\\s*400 \\S+ Hostname")
          .with(
              RequestComplaintKind.TLS_HANDSHAKE,
              "ssl_do_handshake\\(\\) failed|ssl handshake (failure|failed)")
          .with(RequestComplaintKind.TLS_HANDSHAKE, "tls handshake error|no shared cipher")
          .with(RequestComplaintKind.TLS_HANDSHAKE, "peer did not return a certificate")
          .with(
              RequestComplaintKind.MALFORMED_REQUEST,
              "client sent invalid (request|method|header line|version)")
          .with(
              RequestComplaintKind.MALFORMED_REQUEST,
              "malformed (request|header)|invalid request line")
          .with(
              RequestComplaintKind.MALFORMED_REQUEST,
              "HTTP Request Line; |HPE_INVALID_|HPE_[A-Z_]+")
          .with(
              RequestComplaintKind.MALFORMED_REQUEST,
              "invalid character found in (the request|method)");

  private static final List<String> CHECK_AGENTS =
      List.of("clb-healthcheck", "HealthChecker", "GoogleHC", "kube-probe");
  private static final Pattern ADDRESS = Pattern.compile("(?<![0-9.])\\d+(\\.\\d+){3}(?![0-9.])");

  private RequestComplaints() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .list(LogLine.class)
        .forEach(
            line ->
                PHRASES
                    .meaning(situation.line(line))
                    .ifPresent(
                        kind ->
                            conclusions.add(
                                new RequestComplaint(
                                    kind,
                                    ofCheck(situation, line)
                                        || kind == RequestComplaintKind.UNKNOWN_HOST
                                            && namesItsHost(situation, line),
                                    line.text()),
                                line)));
  }

  /** The check sends its domain as Host, or the address of the server. */
  private static boolean namesItsHost(Situation situation, LogLine line) {
    return Stream.concat(
            situation.check().flatMap(HealthCheck::domain).stream(),
            situation.backEnd().map(backEnd -> backEnd.privateAddress().toString()).stream())
        .anyMatch(host -> !host.isBlank() && line.text().contains(host));
  }

  /** The line says so, or names the check's agent or an address that the check comes from. */
  private static boolean ofCheck(Situation situation, LogLine line) {
    List<IpNetwork> sources = situation.check().map(HealthCheck::sources).orElse(List.of());
    return line.writtenForCheck()
        || CHECK_AGENTS.stream().anyMatch(line.text()::contains)
        || ADDRESS
            .matcher(line.text())
            .results()
            .flatMap(found -> IpAddress.tryParse(found.group()).stream())
            .anyMatch(address -> sources.stream().anyMatch(s -> s.contains(address)));
  }
}
