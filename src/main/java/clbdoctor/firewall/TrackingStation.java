package clbdoctor.firewall;

import java.util.ArrayList;
import java.util.List;

/** Connection tracking, which gives each packet its connection and state. */
record TrackingStation() implements Station {

  @Override
  public int priority() {
    return -200;
  }

  @Override
  public List<Flow> pass(List<Flow> flows, Walker walker) {
    List<Flow> passed = new ArrayList<>();
    for (Flow flow : flows) {
      Connection connection = flow.packet().connection();
      passed.add(
          connection.tracking() == Tracking.UNSEEN
              ? flow.with(flow.packet().with(seen(flow.packet(), walker.leg())))
              : flow);
    }
    return Flow.joined(passed);
  }

  /**
   * An answer whose question was not tracked opens a connection only where it could be a question.
   * A connection without an answer takes more of the same, but no TCP segment that acknowledges one
   * (net/netfilter/nf_conntrack_proto_tcp.c, an ACK in SYN_SENT).
   */
  private static Connection seen(Packet packet, Leg leg) {
    Connection connection = packet.connection();
    boolean tcp = packet.shape().protocol() == 6;
    if (connection.known()) {
      boolean established = connection.reply() || connection.answered();
      return connection.with(
          established ? Tracking.ESTABLISHED : tcp ? Tracking.INVALID : Tracking.NEW);
    }
    boolean invalid = leg.ofReply() && packet.shape().protocol() != 17;
    return invalid ? connection.with(Tracking.INVALID) : connection.opened(packet.ends());
  }
}
