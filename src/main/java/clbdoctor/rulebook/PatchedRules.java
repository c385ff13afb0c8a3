package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of which most were built before, for an earlier rule book: those of the earlier one that
 * still hold, and beside them the new ones. No rule rests on what another concludes, so it makes no
 * difference.
 *
 * @param base the rules of the earlier rule book
 * @param valid those of them that are in force still
 * @param added the others, built by themselves
 */
record PatchedRules(EngineRules base, Set<Rule> valid, EngineRules added) {
  /** So few are built in a small part of the time that all take. */
  private static final int FEW = 60;

  /** Nothing when so much is new that all rules had better be built. */
  static Optional<PatchedRules> of(EngineRules base, List<ReadRule> rules) {
    Set<Rule> built = identities();
    built.addAll(base.rules());
    Set<Rule> valid = identities();
    List<ReadRule> added = new ArrayList<>();
    for (ReadRule read : rules) {
      if (built.contains(read.rule())) {
        valid.add(read.rule());
      } else {
        added.add(read);
      }
    }
    return added.size() > FEW
        ? Optional.empty()
        : Optional.of(new PatchedRules(base, valid, new EngineRules(added)));
  }

  List<Firing> run(Facts facts) {
    List<Firing> firings = new ArrayList<>();
    for (Firing firing : base.run(facts)) {
      if (valid.contains(firing.rule())) {
        firings.add(firing);
      }
    }
    firings.addAll(added.run(facts));
    return firings;
  }

  private static Set<Rule> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
