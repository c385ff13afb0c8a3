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
    @About(value = "seconds since the check source was switched", example = "600", min = 0)
        Optional<Integer> checkSourceSwitchedSeconds,
    @About(
            value =
                "true when it leaves its virtual address as destination in the packets to the server (pass-through, direct server return)",
            example = "false")
        Optional<Boolean> passThrough,
    @About(
            value = "error in the load balancer's own log that keeps it from checking",
            example = "512 worker_connections are not enough")
        Optional<String> ownError,
    @About(
            value =
                "true when a capture on the load balancer shows that the server's answers arrive there",
            example = "true")
        Optional<Boolean> answersArrive)
    implements Observed {

  /** Whether the server's answers are known to arrive at the load balancer. */
  public boolean receivesAnswers() {
    return answersArrive.orElse(false);
  }

  /** Known to be isolated, overdue or faulty. */
  public boolean outOfService() {
    return isolated.equals(Optional.of(true));
  }

  /** Whether its own log shows an error that keeps it from checking. */
  public boolean failsByItself() {
    return ownError.isPresent();
  }

  /** Known that every real server failed at once. */
  public boolean everyTargetUnhealthy() {
    return allTargetsUnhealthy.equals(Optional.of(true));
  }

  /** Known that other real servers or listeners are fine. */
  public boolean othersHealthy() {
    return allTargetsUnhealthy.equals(Optional.of(false));
  }

  public boolean facesInternet() {
    return reach.equals(Optional.of(LoadBalancerReach.PUBLIC));
  }

  public boolean facesPrivateNetwork() {
    return reach.equals(Optional.of(LoadBalancerReach.PRIVATE));
  }

  public boolean defaultAllowOn() {
    return defaultAllow.equals(Optional.of(true));
  }

  /** The real server is known to be in the load balancer's own network. */
  public boolean sameNetwork() {
    return targetPlacement.equals(Optional.of(TargetPlacement.SAME_NETWORK));
  }

  /** The real server is known to be in another network, region or data centre. */
  public boolean otherNetwork() {
    return targetPlacement.isPresent() && !sameNetwork();
  }

  public boolean onPremises() {
    return targetPlacement.equals(Optional.of(TargetPlacement.ON_PREMISES));
  }

  /** The real server is known not to be in a data centre. */
  public boolean inCloud() {
    return targetPlacement.isPresent() && !onPremises();
  }

  public boolean withoutSnatAddress() {
    return snatAddresses.equals(Optional.of(0));
  }

  public boolean withSnatAddress() {
    return snatAddresses.isPresent() && !withoutSnatAddress();
  }

  @Override
  public String sentence() {
    return "the load balancer was looked at";
  }
}
