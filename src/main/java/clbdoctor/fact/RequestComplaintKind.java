package clbdoctor.fact;

/** What a server complains of in its log. */
public enum RequestComplaintKind {
  /** The Host is none that it serves. */
  UNKNOWN_HOST,

  /** The Host is missing. */
  MISSING_HOST,

  /** A TLS handshake came where plain HTTP was expected. */
  TLS_RECEIVED,

  /** Plain HTTP came where TLS was expected. */
  PLAIN_HTTP_RECEIVED,

  /** No PROXY protocol header came where one was expected. */
  PROXY_HEADER_MISSING,

  /** A PROXY protocol header came where none was expected. */
  PROXY_HEADER_RECEIVED,

  /** The TLS handshake failed on the server's side. */
  TLS_HANDSHAKE,

  /** The request breaks the rules of HTTP. */
  MALFORMED_REQUEST
}
