package clbdoctor.live.probe;

import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a probe sends once it has reached the port, and by which protocol. */
public sealed interface Payload {

  /** A TCP connection, closed as soon as it has come about. */
  record Nothing() implements Payload {}

  /**
   * An HTTP/1 request.
   *
   * @param host the Host header; without one none is sent
   * @param tls the TLS that it is sent through, when it is
   */
  record Request(
      HttpMethod method,
      HttpVersion version,
      Optional<String> host,
      String path,
      String userAgent,
      Optional<Tls> tls)
      implements Payload {

    /** The request as it goes over the wire, RFC 9112 §2.1. */
    byte[] bytes() {
      String text =
          method
              + " "
              + path
              + " "
              + version
              + "\r\n"
              + host.map(name -> "Host: " + name + "\r\n").orElse("")
              + "User-Agent: "
              + userAgent
              + "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
      return text.getBytes(StandardCharsets.UTF_8);
    }

    Request with(HttpMethod other) {
      return new Request(other, version, host, path, userAgent, tls);
    }

    Request with(HttpVersion other) {
      return new Request(method, other, host, path, userAgent, tls);
    }

    Request withHost(Optional<String> other) {
      return new Request(method, version, other, path, userAgent, tls);
    }

    Request withPath(String other) {
      return new Request(method, version, host, other, userAgent, tls);
    }

    Request withTls(Optional<Tls> other) {
      return new Request(method, version, host, path, userAgent, other);
    }

    @Override
    public String toString() {
      return method
          + " "
          + path
          + " "
          + version
          + host.map(name -> ", Host " + name).orElse(", no Host")
          + ", User-Agent "
          + userAgent
          + tls.map(t -> ", " + t).orElse("");
    }
  }

  /**
   * A TLS handshake.
   *
   * @param serverName the name that it asks for (SNI, RFC 6066 §3); without one none is sent
   */
  record Tls(Optional<String> serverName) implements Payload {
    @Override
    public String toString() {
      return "TLS" + serverName.map(name -> " to " + name).orElse(" without a server name");
    }
  }

  /**
   * A gRPC call without content, as HTTP/2 without TLS.
   *
   * @param path service and method: {@code /grpc.health.v1.Health/Check}
   */
  record Call(String path) implements Payload {
    @Override
    public String toString() {
      return "gRPC call of " + path;
    }
  }

  /** Three ICMP echo requests. */
  record Echo() implements Payload {}

  /** A datagram. */
  record Datagram(Bytes bytes) implements Payload {}

  /**
   * Bytes of the operator's choice.
   *
   * @param stream whether over a TCP connection, not in a datagram
   */
  record Custom(Bytes bytes, boolean stream) implements Payload {}
}
