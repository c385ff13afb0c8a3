package clbdoctor.live;

import java.util.Optional;

/** The plan for a host. */
public final class Plans {
  private Plans() {}

  /** What to look at on this host for this target. */
  public static Plan of(Host host, Target target) {
    return LinuxPlan.of(host, target, Optional.empty());
  }
}
