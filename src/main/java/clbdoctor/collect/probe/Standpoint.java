package clbdoctor.collect.probe;

import clbdoctor.collect.output.Block;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Vantage;
import java.util.Optional;

/**
 * Where a probe came from and whether it aimed at the back end; a probe of which that cannot be
 * told proves nothing.
 *
 * @param vantage empty when it cannot be told
 * @param doubt why not
 */
record Standpoint(Optional<Vantage> vantage, String doubt) {

  /**
   * The standpoint of a probe to a host, given by address or name. Without a stated vantage the
   * command was run on the server itself.
   */
  static Standpoint of(String host, Block block) {
    Optional<IpAddress> address = address(host);
    if (address.isEmpty()) {
      return unknown("nobody can tell whether " + host + " is the back end's private address");
    }
    if (address.get().loopback()) {
      return block.onServer()
          ? known(Vantage.SERVER_TO_LOOPBACK)
          : unknown(host + " is the loopback address of another host");
    }
    Optional<IpAddress> back = block.context().privateAddress();
    if (back.isEmpty()) {
      return unknown(
          "the back end's private address is not known, so nobody can tell what " + host + " is");
    }
    if (!back.equals(address)) {
      return unknown(host + " is not the back end's private address " + back.get());
    }
    return known(
        block
            .from()
            .filter(v -> v != Vantage.SERVER_TO_LOOPBACK)
            .orElse(Vantage.SERVER_TO_PRIVATE));
  }

  private static Optional<IpAddress> address(String host) {
    String bare = host.replace("[", "").replace("]", "").replaceFirst("%.*", "");
    return IpAddress.tryParse(bare.equalsIgnoreCase("localhost") ? "127.0.0.1" : bare);
  }

  private static Standpoint known(Vantage vantage) {
    return new Standpoint(Optional.of(vantage), "");
  }

  private static Standpoint unknown(String doubt) {
    return new Standpoint(Optional.empty(), doubt);
  }
}
