package clbdoctor.cli;

import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.ListenerProtocol;
import clbdoctor.fact.StatusSet;
import clbdoctor.fact.Subject;
import clbdoctor.fact.TargetHealth;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.FactDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a server cannot know of its load balancer: from options, or a file of these sections. */
final class CheckSettings {
  static final String USUAL_SOURCE = "100.64.0.0/10";

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description = "A fact file with what is known already: listener, backEnd, healthCheck …")
  private Path file;

  @Option(names = "--port", paramLabel = "PORT", description = "Back-end port of the binding.")
  private Integer port;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Private address of the server; found by itself when there is one.")
  private IpAddress address;

  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description = "Listener: TCP, UDP, TCP_SSL, QUIC, HTTP or HTTPS.")
  private ListenerProtocol protocol;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "Check: TCP, HTTP, HTTPS, GRPC, PING, UDP_PORT or CUSTOM.")
  private CheckMethod method;

  @Option(names = "--path", paramLabel = "PATH", description = "Path of the check.")
  private String path;

  @Option(names = "--domain", paramLabel = "NAME", description = "Check domain, sent as Host.")
  private String domain;

  @Option(names = "--http-method", paramLabel = "METHOD", description = "HEAD or GET.")
  private HttpMethod httpMethod;

  @Option(names = "--http-version", paramLabel = "VERSION", description = "HTTP/1.0 or HTTP/1.1.")
  private HttpVersion httpVersion;

  @Option(
      names = "--accept",
      paramLabel = "STATUS",
      description = "Accepted HTTP status: 2xx, 204, 200-399 …")
  private StatusSet accepted;

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "Response timeout.")
  private Integer timeout;

  @Option(names = "--interval", paramLabel = "SECONDS", description = "Time between two checks.")
  private Integer interval;

  @Option(
      names = "--source",
      paramLabel = "NETWORK",
      description = "Where the check comes from; without it " + USUAL_SOURCE + ".")
  private List<IpNetwork> sources = List.of();

  @Option(names = "--service", paramLabel = "UNIT", description = "Service that is to answer.")
  private String service;

  @Option(names = "--state", paramLabel = "STATE", description = "What the load balancer shows.")
  private TargetHealth state;

  /**
   * The document with the sections that are given.
   *
   * @throws ProblemsException when the file is wrong
   */
  FactDocument document() throws IOException {
    FactDocument document = file == null ? FactDocument.named(LiveReport.NAME) : read(file);
    set(document, Subject.BACK_END, "privateAddress", address);
    set(document, Subject.BACK_END, "port", port);
    set(document, Subject.LISTENER, "protocol", protocol);
    set(document, Subject.TARGET_STATE, "state", state);
    set(document, Subject.HEALTH_CHECK, "method", method);
    set(document, Subject.HEALTH_CHECK, "path", path);
    set(document, Subject.HEALTH_CHECK, "domain", domain);
    set(document, Subject.HEALTH_CHECK, "httpMethod", httpMethod);
    set(document, Subject.HEALTH_CHECK, "httpVersion", httpVersion);
    set(document, Subject.HEALTH_CHECK, "acceptedStatus", accepted);
    set(document, Subject.HEALTH_CHECK, "timeoutSeconds", timeout);
    set(document, Subject.HEALTH_CHECK, "intervalSeconds", interval);
    if (!sources.isEmpty()) {
      document.set(Subject.HEALTH_CHECK, "sources", sources);
    }
    return document;
  }

  /** The service that is to answer, where it is named. */
  Optional<String> service() {
    return Optional.ofNullable(service);
  }

  private static void set(FactDocument document, Subject subject, String key, Object value) {
    if (value != null) {
      document.set(subject, key, value);
    }
  }

  private static FactDocument read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return FactDocument.read(file.toString(), stream);
    } catch (NoSuchFileException e) {
      throw new ProblemsException(
          List.of(new Problem(file.toString(), 1, 0, "there is no such file")));
    }
  }
}
