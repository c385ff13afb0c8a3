package clbdoctor.fact;

/** Which way packets go, seen from the server. */
public enum TrafficDirection {
  /** To the server. */
  INBOUND,
  /** From the server. */
  OUTBOUND
}
