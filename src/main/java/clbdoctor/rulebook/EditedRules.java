package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Fact;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule book of which most was compiled before a few rules were edited. The edited ones are
 * compiled for themselves and what the earlier ones concluded in their place is dropped: no rule
 * depends on another's conclusion, so running them apart finds the same. The engine's own way, to
 * exchange rules within what is compiled, would change them under the reports in flight.
 *
 * @param whole the rules as they were compiled together
 * @param edited those that are new or other than they were
 * @param valid the rules that stand now
 */
record EditedRules(CompiledRules whole, CompiledRules edited, Set<Rule> valid) {
  /** From this many edited rules on it is better to compile all of them. */
  private static final int MANY = 60;

  /** Empty when there is nothing to build on, or little. */
  static Optional<EditedRules> of(List<ReadRule> rules, Optional<CompiledRules> whole) {
    return whole.flatMap(
        compiled -> {
          Set<Rule> known = compiled.rules();
          List<ReadRule> edited =
              rules.stream().filter(rule -> !known.contains(rule.rule())).toList();
          Set<Rule> valid = rules.stream().map(ReadRule::rule).collect(Collectors.toSet());
          return edited.size() > MANY
              ? Optional.empty()
              : Optional.of(new EditedRules(compiled, new CompiledRules(edited), valid));
        });
  }

  List<Firing> run(Collection<Fact> facts) {
    return Stream.concat(
            whole.run(facts).stream().filter(firing -> valid.contains(firing.rule())),
            edited.run(facts).stream())
        .toList();
  }
}
