package clbdoctor.fact;

/** What a layer-7 listener speaks to the real server. */
public enum BackEndProtocol {
  /** Plain HTTP. */
  HTTP,

  /** HTTP over TLS. */
  HTTPS,

  /** gRPC over HTTP/2. */
  GRPC
}
