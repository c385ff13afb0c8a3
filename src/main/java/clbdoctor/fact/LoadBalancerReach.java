package clbdoctor.fact;

/** Who reaches the load balancer. */
public enum LoadBalancerReach {
  /** The Internet. */
  PUBLIC,
  /** The private network. */
  PRIVATE
}
