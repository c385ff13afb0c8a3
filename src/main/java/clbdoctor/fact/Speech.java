package clbdoctor.fact;

/** What a port turned out to speak. */
public enum Speech {
  /** HTTP without TLS. */
  HTTP,

  /** TLS. */
  TLS,

  /** HTTP/2 without TLS and without a word of HTTP/1, as gRPC servers do. */
  HTTP_2,

  /** A protocol that is not HTTP: SSH, Redis, MySQL, SMTP and others. */
  OTHER,

  /** Something like HTTP, with a status line or headers that are wrong or missing. */
  BROKEN_HTTP
}
