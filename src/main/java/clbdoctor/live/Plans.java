package clbdoctor.live;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.Fact;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Vantage;
import clbdoctor.live.probe.Probes;
import java.util.Collection;

/** The plan for a host. */
public final class Plans {
  private static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.1");
  private static final IpAddress LOOPBACK6 = IpAddress.parse("::1");

  private Plans() {}

  /**
   * What to look at on this host for this target, and the probes that the server sends itself.
   *
   * @param given what is known of back end, listener and health check
   * @param capture whether to capture the packets of the check too
   */
  public static Plan of(
      Host host, Target target, Collection<? extends Fact> given, boolean capture) {
    PlanBuilder plan = new PlanBuilder();
    if (host.linux()) {
      LinuxPlan.add(host, target, plan);
      if (capture) {
        plan.look(PacketCapture.look(host, target));
      }
    } else {
      WindowsPlan.add(host, target, plan);
    }
    IpAddress loopback = target.address().family() == AddressFamily.IPV4 ? LOOPBACK : LOOPBACK6;
    plan.probe(Probes.plan(Vantage.SERVER_TO_LOOPBACK, loopback, given));
    plan.probe(Probes.plan(Vantage.SERVER_TO_PRIVATE, target.address(), given));
    return plan.build();
  }
}
