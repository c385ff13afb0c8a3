package clbdoctor.firewall;

import java.util.Optional;

/**
 * Why a verdict can't be derived.
 *
 * @param construct what is not modelled or depends on more than the ruleset, such as {@code
 *     statistic}
 * @param rule where it stands; nothing when it is no rule's
 */
public record Doubt(String construct, Optional<RuleReference> rule) {}
