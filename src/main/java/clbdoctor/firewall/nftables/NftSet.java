package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.ElementMap;
import clbdoctor.firewall.model.Elements;
import java.util.Optional;

/** A named set or map, as far as it could be read; at most one of its three forms is there. */
record NftSet(
    String name,
    boolean fed,
    Optional<Elements> elements,
    Optional<ElementMap<Bits>> values,
    Optional<ElementMap<Decision>> decisions) {

  static NftSet unreadable(String name) {
    return new NftSet(name, false, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
