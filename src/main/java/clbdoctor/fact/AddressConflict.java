package clbdoctor.fact;

import java.util.Optional;

/**
 * Another host that answers for an address of the server (arping -D, duplicate address detection).
 */
public record AddressConflict(
    @About(value = "address", example = "10.0.0.10") IpAddress address,
    @About(value = "hardware address of the other host", example = "52:54:00:aa:bb:cc")
        Optional<String> hardwareAddress)
    implements Observed {
  @Override
  public String sentence() {
    return address + " is used by another host too";
  }
}
