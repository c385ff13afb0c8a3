package clbdoctor.fact;

/** What a route does with a packet, as ip-route(8) names it. */
public enum RouteKind {
  /** Sends it to a gateway or into a network. */
  UNICAST,
  /** Delivers it on this host. */
  LOCAL,
  /** Discards it without a word. */
  BLACKHOLE,
  /** Discards it: host unreachable. */
  UNREACHABLE,
  /** Discards it: administratively prohibited. */
  PROHIBIT,
  /** No route covers the destination. */
  NO_ROUTE
}
