package clbdoctor.fact;

import java.util.List;
import java.util.Optional;

/** What the server shows of itself in a TLS handshake. */
public record TlsServer(
    @About(value = "negotiated version", example = "TLSv1.2") Optional<String> protocolVersion,
    @About(value = "subject of the certificate", example = "CN=www.example.com")
        Optional<String> certificateSubject,
    @About(
            value = "why a client that verifies refuses the certificate",
            example = "certificate has expired")
        Optional<String> verifyError,
    @About(value = "true when it asks for a client certificate", example = "false")
        Optional<Boolean> asksClientCertificate,
    @About(value = "cipher suites that it accepts", example = "[ECDHE-RSA-AES256-GCM-SHA384]")
        List<String> cipherSuites)
    implements Observed {

  public TlsServer {
    cipherSuites = List.copyOf(cipherSuites);
  }

  /** What one handshake shows, which is never the list of all cipher suites. */
  public TlsServer(
      Optional<String> protocolVersion,
      Optional<String> certificateSubject,
      Optional<String> verifyError,
      Optional<Boolean> asksClientCertificate) {
    this(protocolVersion, certificateSubject, verifyError, asksClientCertificate, List.of());
  }

  /** Whether a client that verifies certificates is known to refuse this one. */
  public boolean notTrusted() {
    return verifyError.isPresent();
  }

  @Override
  public String sentence() {
    return "the TLS server shows "
        + certificateSubject.orElse("no certificate")
        + verifyError.map(e -> ": " + e).orElse("");
  }
}
