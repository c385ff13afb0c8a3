package clbdoctor.firewall;

import java.util.List;

/**
 * A rule or policy that denies the check, or would once the blockers before it are lifted.
 *
 * @param sources the part of the check's sources that it denies
 * @param certain whether it denies these packets whatever a doubtful rule before it does
 */
public record Blocker(Denial denial, List<AddressRange> sources, boolean certain) {}
