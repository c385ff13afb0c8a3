package clbdoctor.fact;

import java.util.Optional;

/** How many TCP connections of the server are in a state. */
public record ConnectionCount(
    @About(
            value =
                "ESTABLISHED, SYN_SENT, SYN_RECEIVED, FIN_WAIT, TIME_WAIT, CLOSE_WAIT, LAST_ACK or CLOSING",
            example = "ESTABLISHED")
        TcpState state,
    @About(value = "number of connections", example = "120", min = 0) int count,
    @About(value = "only those with this local port", example = "80", min = 1, max = 65535)
        Optional<Integer> localPort,
    @About(
            value =
                "most that the program or kernel admits (worker_connections, MaxRequestWorkers, tcp_max_syn_backlog)",
            example = "1024",
            min = 0)
        Optional<Integer> limit)
    implements Observed {

  /** Whether no further connection is admitted in this state. */
  public boolean atLimit() {
    return limit.map(most -> count >= most).orElse(false);
  }

  /** Whether not even half of what is admitted is in use. */
  public boolean farFromLimit() {
    return limit.map(most -> count * 2 < most).orElse(false);
  }

  @Override
  public String sentence() {
    return count
        + " connections are "
        + state
        + localPort.map(p -> " on port " + p).orElse("")
        + limit.map(l -> ", the limit is " + l).orElse("");
  }
}
