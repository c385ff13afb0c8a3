package clbdoctor.firewall.model;

import java.util.List;
import java.util.Optional;

/** A chain: a base chain when the kernel calls it, else one that rules jump to. */
public record Chain(String name, Optional<BaseHook> base, List<Rule> rules) {

  public Chain {
    rules = List.copyOf(rules);
  }
}
