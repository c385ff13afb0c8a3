package clbdoctor.collect.probe;

import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Vantage;
import java.util.Optional;

/** A probe while its parts are being found. */
public final class ProbeBuilder {
  private final ProbeMethod method;
  private ProbeOutcome outcome;
  private Optional<Integer> port = Optional.empty();
  private Optional<Integer> status = Optional.empty();
  private Optional<Integer> latencyMillis = Optional.empty();
  private Optional<HttpMethod> httpMethod = Optional.empty();
  private Optional<HttpVersion> httpVersion = Optional.empty();
  private Optional<String> host = Optional.empty();
  private Optional<String> path = Optional.empty();
  private Optional<String> location = Optional.empty();
  private Optional<String> serverName = Optional.empty();
  private Optional<String> tlsVersion = Optional.empty();
  private Optional<String> tlsError = Optional.empty();
  private Optional<Integer> grpcStatus = Optional.empty();
  private Optional<String> answer = Optional.empty();
  private Optional<Integer> lossPercent = Optional.empty();
  private Optional<Integer> payloadBytes = Optional.empty();

  public ProbeBuilder(ProbeMethod method, ProbeOutcome outcome) {
    this.method = method;
    this.outcome = outcome;
  }

  public ProbeBuilder outcome(ProbeOutcome value) {
    outcome = value;
    return this;
  }

  public ProbeBuilder port(Optional<Integer> value) {
    port = value.filter(p -> p >= 1 && p <= 65535);
    return this;
  }

  public ProbeBuilder status(Optional<Integer> value) {
    status = value;
    return this;
  }

  public ProbeBuilder latencyMillis(Optional<Integer> value) {
    latencyMillis = value;
    return this;
  }

  /** What was asked for. */
  public ProbeBuilder request(HttpMethod m, HttpVersion version, String hostHeader, String target) {
    httpMethod = Optional.of(m);
    httpVersion = Optional.of(version);
    host = Optional.of(hostHeader);
    path = Optional.of(target);
    return this;
  }

  /** What was asked for, where nothing else is said of the request. */
  public ProbeBuilder path(String target) {
    path = Optional.of(target);
    return this;
  }

  public ProbeBuilder location(Optional<String> value) {
    location = value;
    return this;
  }

  public ProbeBuilder tls(Optional<String> name, Optional<String> version, Optional<String> error) {
    serverName = name;
    tlsVersion = version;
    tlsError = error;
    return this;
  }

  public ProbeBuilder grpcStatus(Optional<Integer> value) {
    grpcStatus = value;
    return this;
  }

  /** Beginning of an answer that is not HTTP. */
  public ProbeBuilder answer(Optional<String> value) {
    answer = value;
    return this;
  }

  public ProbeBuilder lossPercent(Optional<Integer> value) {
    lossPercent = value;
    return this;
  }

  public ProbeBuilder payloadBytes(Optional<Integer> value) {
    payloadBytes = value;
    return this;
  }

  public Probe build(Vantage from) {
    return new Probe(
        from,
        method,
        outcome,
        port,
        status,
        latencyMillis,
        httpMethod,
        httpVersion,
        host,
        path,
        location,
        serverName,
        tlsVersion,
        tlsError,
        grpcStatus,
        answer,
        lossPercent,
        payloadBytes);
  }
}
