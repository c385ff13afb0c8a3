package clbdoctor.fact;

import java.util.Optional;

/** The virtual machine that is the real server, seen from the cloud. */
public record Instance(
    @About(
            value =
                "PENDING, RUNNING, STOPPED, STARTING, STOPPING, REBOOTING, RESCUE_MODE or TERMINATING",
            example = "RUNNING")
        Optional<InstanceState> state,
    @About(value = "NORMAL, EXPIRED or PROTECTIVELY_ISOLATED", example = "NORMAL")
        Optional<InstanceRestriction> restriction,
    @About(value = "public bandwidth in Mbit/s", example = "5", min = 0)
        Optional<Integer> publicBandwidthMbps,
    @About(value = "STANDARD or TRADITIONAL", example = "STANDARD")
        Optional<AccountType> accountType,
    @About(value = "its address in the private network", example = "10.0.0.10")
        Optional<IpAddress> privateAddress)
    implements Observed {

  /** Known not to run: stopped, changing its state, or in rescue mode. */
  public boolean notRunning() {
    return state.isPresent() && !running();
  }

  public boolean running() {
    return state.equals(Optional.of(InstanceState.RUNNING));
  }

  /** Known to be restricted by the cloud: expired, or isolated. */
  public boolean restricted() {
    return restriction.isPresent() && !unrestricted();
  }

  public boolean unrestricted() {
    return restriction.equals(Optional.of(InstanceRestriction.NORMAL));
  }

  /** The account is known to need public bandwidth on each real server. */
  public boolean bandwidthNeeded() {
    return accountType.equals(Optional.of(AccountType.TRADITIONAL));
  }

  public boolean standardAccount() {
    return accountType.equals(Optional.of(AccountType.STANDARD));
  }

  public boolean withoutPublicBandwidth() {
    return publicBandwidthMbps.equals(Optional.of(0));
  }

  public boolean withPublicBandwidth() {
    return publicBandwidthMbps.isPresent() && !withoutPublicBandwidth();
  }

  @Override
  public String sentence() {
    return "the instance is " + state.map(Enum::name).orElse("in an unknown state");
  }
}
