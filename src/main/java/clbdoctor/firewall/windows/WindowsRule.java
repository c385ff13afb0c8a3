package clbdoctor.firewall.windows;

import clbdoctor.firewall.model.RangeSet;
import java.util.Optional;
import java.util.Set;

/**
 * One rule for incoming packets, as far as it is enabled.
 *
 * @param line where it starts in the listing
 * @param profiles {@code Domain}, {@code Private}, {@code Public}
 * @param sources the remote addresses, IPv4 or IPv6 by the check's family; nothing when they can't
 *     be told, such as {@code LocalSubnet}
 * @param protocol the IANA number; nothing for any
 * @param ports the local ports; nothing when they can't be told, such as {@code RPC}
 * @param open why it may not concern the check, such as a program it is bound to
 */
record WindowsRule(
    String name,
    int line,
    boolean blocks,
    Set<String> profiles,
    Optional<RangeSet> sources,
    Optional<RangeSet> destinations,
    Optional<Integer> protocol,
    Optional<RangeSet> ports,
    Optional<String> open) {}
