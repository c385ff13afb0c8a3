package clbdoctor.fact;

import java.util.Optional;

/** The load balancer as a whole. */
public record LoadBalancer(
    @About(value = "PUBLIC or PRIVATE", example = "PUBLIC") Optional<LoadBalancerReach> reach,
    @About(value = "true when it is isolated, overdue or faulty", example = "false")
        Optional<Boolean> isolated,
    @About(value = "VIP or RESERVED_RANGE", example = "RESERVED_RANGE")
        Optional<CheckSourceKind> checkSource,
    @About(value = "what the check source was before it was switched", example = "VIP")
        Optional<CheckSourceKind> formerCheckSource,
    @About(
            value =
                "true when the security group of the server lets the load balancer pass by default",
            example = "true")
        Optional<Boolean> defaultAllow,
    @About(
            value = "SAME_NETWORK, OTHER_NETWORK, OTHER_REGION or ON_PREMISES",
            example = "SAME_NETWORK")
        Optional<TargetPlacement> targetPlacement,
    @About(value = "number of SNAT addresses", example = "1", min = 0)
        Optional<Integer> snatAddresses,
    @About(
            value = "true when every real server of every listener failed at once",
            example = "false")
        Optional<Boolean> allTargetsUnhealthy,
    @About(
            value =
                "true when it leaves its virtual address as destination in the packets to the server (pass-through, direct server return)",
            example = "false")
        Optional<Boolean> passThrough)
    implements Observed {
  @Override
  public String sentence() {
    return "the load balancer was looked at";
  }
}
