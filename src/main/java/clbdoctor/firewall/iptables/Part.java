package clbdoctor.firewall.iptables;

import java.util.List;
import java.util.Optional;

/** A match or target with its options. */
record Part(String name, List<Option> options) {

  Optional<Option> option(String... names) {
    return options.stream().filter(option -> List.of(names).contains(option.name())).findFirst();
  }

  boolean has(String... names) {
    return option(names).isPresent();
  }

  /** The option's value, or {@code otherwise} when it is not given. */
  String value(String otherwise, String... names) {
    return option(names).map(Option::value).orElse(otherwise);
  }

  /** Whether every option is one of these. */
  boolean only(String... names) {
    return options.stream().allMatch(option -> List.of(names).contains(option.name()));
  }
}
