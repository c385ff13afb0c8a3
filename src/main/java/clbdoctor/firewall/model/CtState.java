package clbdoctor.firewall.model;

/** The states of connection tracking, as the bits both iptables and nftables test. */
public enum CtState {
  INVALID(1),
  ESTABLISHED(2),
  RELATED(4),
  NEW(8),
  UNTRACKED(64);

  private final int bit;

  CtState(int bit) {
    this.bit = bit;
  }

  public int bit() {
    return bit;
  }
}
