package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import clbdoctor.fact.Surveyed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which parts of the situation somebody looked at whole, from looks that had limits. Of the
 * listening sockets only those on the checked port need to have been seen.
 */
final class Surveys {
  private static final List<Subject> SINGLE =
      Stream.of(Subject.values()).filter(subject -> !subject.list()).toList();

  private Surveys() {}

  static void derive(Situation situation, Conclusions conclusions) {
    List<Survey> surveys = situation.facts().list(Survey.class);
    Set<Subject> complete =
        surveys.isEmpty() ? EnumSet.noneOf(Subject.class) : Survey.complete(surveys);
    situation
        .checkedPort()
        .filter(port -> surveys.stream().anyMatch(s -> s.coversSocket(situation.transport(), port)))
        .ifPresent(port -> complete.add(Subject.SOCKETS));
    complete.stream()
        .filter(subject -> !situation.surveyed(subject))
        .forEach(subject -> conclusions.add(new Surveyed(subject), premises(surveys, subject)));
    single(situation, complete, conclusions);
  }

  /** A section that is no list was looked at when something shows an entry of it. */
  private static void single(Situation situation, Set<Subject> complete, Conclusions conclusions) {
    for (Subject subject : SINGLE) {
      if (situation.facts().has(subject.type())
          && !complete.contains(subject)
          && !situation.surveyed(subject)) {
        conclusions.add(
            new Surveyed(subject), situation.facts().first(subject.type()).orElseThrow());
      }
    }
  }

  private static List<Fact> premises(List<Survey> surveys, Subject subject) {
    return List.copyOf(surveys.stream().filter(s -> s.subject() == subject).toList());
  }
}
