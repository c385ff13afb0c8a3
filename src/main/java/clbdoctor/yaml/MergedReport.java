package clbdoctor.yaml;

import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Source;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several reports about one back-end port as one: lists are joined, and a section that is no list
 * is filled up by what the others know of it. Two values for one key contradict each other.
 */
public final class MergedReport {
  private final Facts.Builder facts = new Facts.Builder();
  private final Map<Subject, Fact> single = new EnumMap<>(Subject.class);
  private final Map<Subject, Source.InFile> places = new EnumMap<>(Subject.class);
  private final Set<Subject> surveyed = EnumSet.noneOf(Subject.class);
  private final List<Problem> problems = new ArrayList<>();

  private MergedReport() {}

  /**
   * One report of all.
   *
   * @throws ProblemsException when they contradict each other; it names both places
   */
  public static Report of(List<Report> reports) {
    MergedReport merged = new MergedReport();
    reports.forEach(report -> report.facts().all().forEach(f -> merged.add(f, report.facts())));
    if (!merged.problems.isEmpty()) {
      throw new ProblemsException(merged.problems);
    }
    merged.single.forEach((subject, fact) -> merged.facts.add(fact, merged.places.get(subject)));
    return new Report(
        reports.get(0).name(),
        reports.get(0).file(),
        merged.facts.build(),
        Optional.empty(),
        reports.stream().flatMap(report -> report.unread().stream()).toList());
  }

  private void add(Fact fact, Facts from) {
    Optional<Subject> section = Subject.ofType(fact.getClass()).filter(subject -> !subject.list());
    if (fact instanceof Surveyed looked && !surveyed.add(looked.subject())) {
      return;
    }
    if (section.isPresent() && from.source(fact) instanceof Source.InFile place) {
      unite(section.get(), fact, place);
    } else {
      facts.add(fact, from.source(fact));
    }
  }

  private void unite(Subject subject, Fact fact, Source.InFile place) {
    Fact earlier = single.putIfAbsent(subject, fact);
    if (earlier == null) {
      places.put(subject, place);
      return;
    }
    Shape<?> shape = Shape.of(fact.getClass());
    Object[] values = new Object[shape.keys().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = united(subject, i, earlier, fact, place);
    }
    single.put(subject, (Fact) shape.create(values));
  }

  private Object united(Subject subject, int key, Fact earlier, Fact fact, Source.InFile place) {
    Object one = FactTrees.value(earlier.getClass().getRecordComponents()[key], (Record) earlier);
    Object other = FactTrees.value(fact.getClass().getRecordComponents()[key], (Record) fact);
    if (unknown(one) || one.equals(other)) {
      return other;
    }
    if (!unknown(other)) {
      String name = fact.getClass().getRecordComponents()[key].getName();
      problems.add(
          new Problem(
              place.file(),
              place.line(),
              place.column(),
              subject.key()
                  + " says "
                  + name
                  + ": "
                  + FactTrees.plain(other)
                  + ", but "
                  + places.get(subject)
                  + " says "
                  + name
                  + ": "
                  + FactTrees.plain(one)
                  + "; merge only reports on one back-end port, and leave the wrong value out"));
    }
    return one;
  }

  private static boolean unknown(Object value) {
    return value.equals(Optional.empty()) || value.equals(List.of());
  }
}
