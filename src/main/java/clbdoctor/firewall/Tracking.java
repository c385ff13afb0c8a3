package clbdoctor.firewall;

import clbdoctor.firewall.model.CtState;

/** What connection tracking has made of a packet so far. */
enum Tracking {
  /** It has not come to connection tracking, where rules see it as invalid. */
  UNSEEN(CtState.INVALID),
  INVALID(CtState.INVALID),
  UNTRACKED(CtState.UNTRACKED),
  NEW(CtState.NEW),
  ESTABLISHED(CtState.ESTABLISHED),
  /** An answer that netfilter itself gives to a packet of the connection. */
  RELATED(CtState.RELATED);

  private final CtState state;

  Tracking(CtState state) {
    this.state = state;
  }

  CtState state() {
    return state;
  }

  /** Whether the packet belongs to a connection. */
  boolean tracked() {
    return this == NEW || this == ESTABLISHED || this == RELATED;
  }
}
