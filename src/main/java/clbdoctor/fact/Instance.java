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
  @Override
  public String sentence() {
    return "the instance is " + state.map(Enum::name).orElse("in an unknown state");
  }
}
