package clbdoctor.live.probe;

import clbdoctor.collect.probe.ProbeBuilder;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.TlsServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A TLS handshake that accepts any certificate, and notes why another client would not. */
final class Handshake {
  private Handshake() {}

  /**
   * How it ended.
   *
   * @param socket to go on with, when it succeeded
   * @param server what the server showed of itself; to judge its certificate takes time, so that is
   *     done when the probe has ended
   */
  record Result(Optional<Socket> socket, Optional<Supplier<TlsServer>> server) {
    static final Result FAILED = new Result(Optional.empty(), Optional.empty());
  }

  /** Loads what a first handshake needs, so that no probe's time is spent on it. */
  static void prepare() {
    try {
      SSLEngine engine = context(new NotedTrust()).createSSLEngine();
      engine.setUseClientMode(true);
      engine.wrap(
          ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    } catch (SSLException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  static Result over(
      Socket socket, PlannedProbe plan, Payload.Tls tls, Deadline deadline, ProbeBuilder probe) {
    Optional<String> name = Optional.of(tls.serverName().orElse(""));
    NotedTrust trust = new NotedTrust();
    try {
      SSLSocket secure = secure(socket, plan, tls, trust);
      secure.setSoTimeout(deadline.leftMillis());
      secure.startHandshake();
      String version = secure.getSession().getProtocol();
      probe.tls(name, Optional.of(version), Optional.empty());
      return new Result(Optional.of(secure), Optional.of(() -> trust.server(version)));
    } catch (SocketTimeoutException e) {
      probe.outcome(ProbeOutcome.CONNECTED_SILENT);
    } catch (IOException e) {
      probe.outcome(ProbeOutcome.TLS_FAILED);
      probe.tls(name, Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
    return Result.FAILED;
  }

  private static SSLSocket secure(
      Socket socket, PlannedProbe plan, Payload.Tls tls, NotedTrust trust) throws IOException {
    SSLSocket secure =
        (SSLSocket)
            context(trust)
                .getSocketFactory()
                .createSocket(socket, plan.address().toString(), plan.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    List<SNIServerName> names =
        tls.serverName()
            .map(name -> List.<SNIServerName>of(new SNIHostName(name)))
            .orElse(List.of());
    parameters.setServerNames(names);
    secure.setSSLParameters(parameters);
    return secure;
  }

  private static SSLContext context(NotedTrust trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** The first certificate's subject in the usual short form. */
  static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }
}
