package clbdoctor.fact;

import java.util.List;

/**
 * Software that bans addresses, or filters beside the firewall: fail2ban, CrowdSec, a host security
 * agent.
 */
public record SecuritySoftware(
    @About(value = "name of the product", example = "fail2ban") String product,
    @About(value = "addresses it bans now", example = "[100.64.3.7]") List<IpNetwork> bannedSources)
    implements Observed {

  public SecuritySoftware {
    bannedSources = List.copyOf(bannedSources);
  }

  @Override
  public String sentence() {
    return product + " bans " + (bannedSources.isEmpty() ? "nobody" : bannedSources);
  }
}
