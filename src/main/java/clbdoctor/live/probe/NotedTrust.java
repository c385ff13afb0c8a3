package clbdoctor.live.probe;

import clbdoctor.fact.TlsServer;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Trusts every server, as a health check does, and remembers its certificates. */
final class NotedTrust extends X509ExtendedTrustManager {
  private X509Certificate[] chain = {};
  private String keyExchange = "";

  /** What the server showed. */
  TlsServer server(String protocol) {
    Optional<X509Certificate> leaf = chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
    return new TlsServer(
        Optional.of(protocol),
        leaf.map(Handshake::subject),
        leaf.flatMap(this::objection),
        Optional.empty());
  }

  private Optional<String> objection(X509Certificate leaf) {
    try {
      leaf.checkValidity();
      platformTrust().checkServerTrusted(chain, keyExchange);
      return Optional.empty();
    } catch (CertificateExpiredException e) {
      return Optional.of("certificate has expired");
    } catch (CertificateNotYetValidException e) {
      return Optional.of("certificate is not yet valid");
    } catch (GeneralSecurityException e) {
      boolean own = leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal());
      return Optional.of(
          own ? "self-signed certificate" : "unable to get local issuer certificate");
    }
  }

  private static X509TrustManager platformTrust() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new CertificateException("this Java trusts nobody");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String authType) {
    chain = certificates.clone();
    keyExchange = authType;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String authType, Socket socket) {
    checkServerTrusted(certificates, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String authType, SSLEngine e) {
    checkServerTrusted(certificates, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String authType)
      throws CertificateException {
    throw new CertificateException("no server is asked here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(certificates, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String authType, SSLEngine e)
      throws CertificateException {
    checkClientTrusted(certificates, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
