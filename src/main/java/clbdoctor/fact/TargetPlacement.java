package clbdoctor.fact;

/** Where the real server is, seen from the load balancer. */
public enum TargetPlacement {
  /** In the same VPC. */
  SAME_NETWORK,
  /** In another VPC of the region. */
  OTHER_NETWORK,
  /** In another region (cross-region binding). */
  OTHER_REGION,
  /** In a data centre (hybrid cloud). */
  ON_PREMISES
}
