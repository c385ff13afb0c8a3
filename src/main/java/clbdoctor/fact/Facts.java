package clbdoctor.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The facts of one report in the order in which they became known, each with its source. Two equal
 * facts from two places stay two facts.
 */
public final class Facts {
  /** A report of ordinary size, with what follows from it. */
  private static final int USUAL = 80;

  private final List<Fact> facts = new ArrayList<>(USUAL);
  private final Map<Fact, Known> known = new IdentityHashMap<>(USUAL);
  private final Map<Class<?>, List<Fact>> byType = new HashMap<>(USUAL);

  /** Where a fact comes from, and how many became known before it. */
  private record Known(Source source, int order) {}

  private Facts() {}

  /** Collects facts; every instance may be added once. */
  public static final class Builder {
    private Facts collected = new Facts();

    public Builder add(Fact fact, Source source) {
      Known place = new Known(source, collected.facts.size());
      if (collected.known.putIfAbsent(fact, place) != null) {
        throw new IllegalArgumentException("added twice: " + fact);
      }
      collected.facts.add(fact);
      List<Fact> alike = collected.byType.get(fact.getClass());
      if (alike == null) {
        alike = new ArrayList<>(4);
        collected.byType.put(fact.getClass(), alike);
      }
      alike.add(fact);
      return this;
    }

    public Builder addAll(Facts others) {
      for (Fact fact : others.facts) {
        add(fact, others.source(fact));
      }
      return this;
    }

    /** What was collected so far; it grows with every fact that is added. */
    public Facts soFar() {
      return collected;
    }

    /** What was collected, for good; the builder begins anew. */
    public Facts build() {
      Facts built = collected;
      collected = new Facts();
      return built;
    }
  }

  public List<Fact> all() {
    return Collections.unmodifiableList(facts);
  }

  /** The facts of one record type. */
  @SuppressWarnings("unchecked") // under its class stand only instances of it
  public <T extends Fact> List<T> list(Class<T> type) {
    List<Fact> found = byType.get(type);
    return found == null ? List.of() : (List<T>) Collections.unmodifiableList(found);
  }

  /** The facts of one record type. */
  public <T extends Fact> Stream<T> of(Class<T> type) {
    return list(type).stream();
  }

  /** The one fact of a record type that no report holds twice, or the first of several. */
  public <T extends Fact> Optional<T> first(Class<T> type) {
    List<Fact> found = byType.get(type);
    return found == null ? Optional.empty() : Optional.of(type.cast(found.get(0)));
  }

  /** The facts of one record type of which something is true. */
  public <T extends Fact> List<T> list(Class<T> type, Predicate<T> wanted) {
    List<T> found = new ArrayList<>();
    for (T fact : list(type)) {
      if (wanted.test(fact)) {
        found.add(fact);
      }
    }
    return found;
  }

  /** The first fact of a record type of which something is true. */
  public <T extends Fact> Optional<T> first(Class<T> type, Predicate<T> wanted) {
    for (T fact : list(type)) {
      if (wanted.test(fact)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }

  public <T extends Fact> boolean any(Class<T> type, Predicate<T> wanted) {
    return first(type, wanted).isPresent();
  }

  public <T extends Fact> boolean none(Class<T> type, Predicate<T> wanted) {
    return first(type, wanted).isEmpty();
  }

  /** How many facts of one record type there are. */
  public int count(Class<?> type) {
    List<Fact> found = byType.get(type);
    return found == null ? 0 : found.size();
  }

  public boolean has(Class<? extends Fact> type) {
    return byType.containsKey(type);
  }

  /** Where this very instance comes from. */
  public Source source(Fact fact) {
    Known place = known.get(fact);
    return place == null ? null : place.source();
  }

  /** How many facts became known before this very instance. */
  public int order(Fact fact) {
    return known.get(fact).order();
  }

  /** The facts that somebody saw from which this one follows; itself when it was seen. */
  public List<Fact> observedBehind(Fact fact) {
    List<Fact> observed = new ArrayList<>(4);
    addObservedBehind(fact, observed);
    return observed;
  }

  private void addObservedBehind(Fact fact, List<Fact> observed) {
    if (source(fact) instanceof Source.From from) {
      from.premises().forEach(premise -> addObservedBehind(premise, observed));
    } else {
      observed.add(fact);
    }
  }
}
