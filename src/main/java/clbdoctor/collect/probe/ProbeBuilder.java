package clbdoctor.collect.probe;

import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Vantage;
import java.util.Optional;

/** A probe while its parts are being found. */
final class ProbeBuilder {
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
  private Optional<Integer> lossPercent = Optional.empty();
  private Optional<Integer> payloadBytes = Optional.empty();

  ProbeBuilder(ProbeMethod method, ProbeOutcome outcome) {
    this.method = method;
    this.outcome = outcome;
  }

  ProbeBuilder outcome(ProbeOutcome value) {
    outcome = value;
    return this;
  }

  ProbeBuilder port(Optional<Integer> value) {
    port = value.filter(p -> p >= 1 && p <= 65535);
    return this;
  }

  ProbeBuilder status(Optional<Integer> value) {
    status = value;
    return this;
  }

  ProbeBuilder latencyMillis(Optional<Integer> value) {
    latencyMillis = value;
    return this;
  }

  /** What was asked for. */
  ProbeBuilder request(HttpMethod m, HttpVersion version, String hostHeader, String target) {
    httpMethod = Optional.of(m);
    httpVersion = Optional.of(version);
    host = Optional.of(hostHeader);
    path = Optional.of(target);
    return this;
  }

  ProbeBuilder location(Optional<String> value) {
    location = value;
    return this;
  }

  ProbeBuilder tls(Optional<String> name, Optional<String> version, Optional<String> error) {
    serverName = name;
    tlsVersion = version;
    tlsError = error;
    return this;
  }

  ProbeBuilder grpcStatus(Optional<Integer> value) {
    grpcStatus = value;
    return this;
  }

  ProbeBuilder lossPercent(Optional<Integer> value) {
    lossPercent = value;
    return this;
  }

  ProbeBuilder payloadBytes(Optional<Integer> value) {
    payloadBytes = value;
    return this;
  }

  Probe build(Vantage from) {
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
        Optional.empty(),
        lossPercent,
        payloadBytes);
  }
}
