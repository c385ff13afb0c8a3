package clbdoctor.fact;

/** A parameter of the health check. */
public enum CheckParameter {
  /** Response timeout, seconds. */
  TIMEOUT,

  /** Time between two checks, seconds. */
  INTERVAL,

  /** Successes in a row until healthy. */
  HEALTHY_THRESHOLD,

  /** Failures in a row until unhealthy. */
  UNHEALTHY_THRESHOLD,

  /** Path of the check. */
  PATH,

  /** Check domain. */
  DOMAIN,

  /** Check method. */
  METHOD,

  /** HTTP version. */
  HTTP_VERSION,

  /** Port of the check. */
  PORT
}
