package clbdoctor.fact;

/** Where a Kubernetes service sends traffic from outside (externalTrafficPolicy). */
public enum TrafficPolicy {
  /** To pods on any node. */
  CLUSTER,
  /** Only to pods on the node it arrives at. */
  LOCAL
}
