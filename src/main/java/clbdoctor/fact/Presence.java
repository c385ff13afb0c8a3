package clbdoctor.fact;

/** How an address stands on the interfaces of the server. */
public enum Presence {
  /** On an interface that is up. */
  UP,
  /** On an interface that is down. */
  DOWN,
  /** On none. */
  MISSING
}
