package clbdoctor.fact;

/** Why a TLS handshake failed. */
public enum TlsFailureKind {
  /** What came back is no TLS. */
  NOT_TLS,

  /** The server refused: version, cipher, server name or a missing client certificate. */
  REFUSED_BY_SERVER,

  /** The client does not trust the certificate; a check that does not verify would not mind. */
  CERTIFICATE_NOT_TRUSTED,

  /** Nobody knows. */
  UNKNOWN
}
