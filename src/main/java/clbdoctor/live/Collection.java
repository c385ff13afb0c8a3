package clbdoctor.live;

import clbdoctor.collect.output.CommandOutput;
import clbdoctor.fact.FailedLook;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What came of a plan.
 *
 * @param outputs what the commands printed that printed something, or ended well with nothing to
 *     print
 * @param facts what was read or probed; sections of which nothing was missed; looks that showed
 *     nothing, or not all
 */
public record Collection(List<CommandOutput> outputs, List<Observed> facts) {

  public Collection {
    outputs = List.copyOf(outputs);
    facts = List.copyOf(facts);
  }

  /** What the looks of a plan printed, and what that shows whole. */
  public static Collection of(Plan plan, Seen seen) {
    List<CommandOutput> outputs = new ArrayList<>();
    List<FailedLook> failures = new ArrayList<>();
    Set<Subject> open = EnumSet.noneOf(Subject.class);
    for (Shown shown : seen.shown()) {
      Caught one = shown.caught();
      if (one.answered() || !one.text().isBlank()) {
        outputs.add(shown.output());
      }
      one.failure()
          .ifPresent(
              reason -> failures.add(new FailedLook(one.look().command(), reason, sections(one))));
      if (!shown.whole()) {
        open.addAll(one.look().sections());
      }
    }
    List<Observed> facts = new ArrayList<>(plan.read());
    facts.addAll(seen.probed());
    facts.addAll(surveys(plan, open));
    facts.addAll(failures);
    return new Collection(outputs, facts);
  }

  private static List<Subject> sections(Caught caught) {
    return caught.look().sections().stream().sorted(Comparator.comparing(Subject::key)).toList();
  }

  private static List<Survey> surveys(Plan plan, Set<Subject> open) {
    Set<Subject> shown = EnumSet.noneOf(Subject.class);
    plan.looks().forEach(look -> shown.addAll(look.sections()));
    plan.read().forEach(fact -> Subject.ofType(fact.getClass()).ifPresent(shown::add));
    Set<Subject> complete = EnumSet.noneOf(Subject.class);
    complete.addAll(plan.absent().keySet());
    plan.whole().stream().filter(shown::contains).forEach(complete::add);
    complete.removeAll(open);
    return complete.stream().map(Survey::of).toList();
  }
}
