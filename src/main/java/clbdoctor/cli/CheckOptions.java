package clbdoctor.cli;

import clbdoctor.fact.Facts;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The health check, described on the command line; read as strictly as a fact file. */
final class CheckOptions {
  /** How messages call what was given here. */
  static final String FLAGS = "command line";

  @Option(names = "--address", paramLabel = "IP", description = "Private address of the server.")
  private String address;

  @Option(names = "--port", paramLabel = "PORT", description = "The back-end port.")
  private String port;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "TCP, HTTP, HTTPS, PING, UDP_PORT or CUSTOM; TCP when nothing is said.")
  private String method;

  @Option(names = "--path", paramLabel = "PATH", description = "Path of the check.")
  private String path;

  @Option(names = "--domain", paramLabel = "NAME", description = "Check domain, sent as Host.")
  private String domain;

  @Option(names = "--http-method", paramLabel = "METHOD", description = "HEAD or GET.")
  private String httpMethod;

  @Option(names = "--http-version", paramLabel = "VERSION", description = "HTTP/1.0 or HTTP/1.1.")
  private String httpVersion;

  @Option(names = "--accept", paramLabel = "STATUS", description = "Accepted status: 2xx,3xx.")
  private String accepted;

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "Response timeout.")
  private String timeout;

  /** The back end and the check, as far as they are given. */
  Facts facts() {
    Map<String, String> backEnd = new LinkedHashMap<>();
    backEnd.put("privateAddress", quoted(address));
    backEnd.put("port", port);
    Map<String, String> check = new LinkedHashMap<>();
    check.put("method", method);
    check.put("path", quoted(path));
    check.put("domain", quoted(domain));
    check.put("httpMethod", httpMethod);
    check.put("httpVersion", quoted(httpVersion));
    check.put("acceptedStatus", quoted(accepted));
    check.put("timeoutSeconds", timeout);
    return read("schema: 1\n" + section("backEnd", backEnd) + section("healthCheck", check));
  }

  private static String section(String key, Map<String, String> values) {
    values.values().removeIf(value -> value == null);
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining(", ", key + ": { ", " }\n"));
  }

  private static String quoted(String text) {
    return text == null ? null : "'" + text.replace("'", "''") + "'";
  }

  private static Facts read(String text) {
    try {
      Reports.Outcome outcome =
          Reports.readAll(FLAGS, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
              .get(0);
      if (outcome instanceof Reports.Outcome.Refused refused) {
        throw new ProblemsException(refused.problems());
      }
      return ((Reports.Outcome.Read) outcome).report().facts();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
