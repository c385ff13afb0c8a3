package clbdoctor.firewall.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table and its chains.
 *
 * @param translated whether iptables made it and the listing is only nft's view of it
 */
public record Table(
    TableFamily family, String name, Map<String, Chain> chains, boolean translated) {

  public Table {
    chains = Collections.unmodifiableMap(new TreeMap<>(chains));
  }
}
