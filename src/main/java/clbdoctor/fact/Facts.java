package clbdoctor.fact;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The facts of one report in the order in which they became known, each with its source. Two equal
 * facts from two places stay two facts.
 */
public final class Facts {
  private final List<Fact> facts;
  private final Map<Fact, Source> sources;

  private Facts(List<Fact> facts, Map<Fact, Source> sources) {
    this.facts = List.copyOf(facts);
    this.sources = sources;
  }

  /** Collects facts; every instance may be added once. */
  public static final class Builder {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<Fact, Source> sources = new IdentityHashMap<>();

    public Builder add(Fact fact, Source source) {
      if (sources.putIfAbsent(fact, source) != null) {
        throw new IllegalArgumentException("added twice: " + fact);
      }
      facts.add(fact);
      return this;
    }

    public Builder addAll(Facts others) {
      others.facts.forEach(fact -> add(fact, others.source(fact)));
      return this;
    }

    public Facts build() {
      return new Facts(facts, new IdentityHashMap<>(sources));
    }
  }

  public List<Fact> all() {
    return facts;
  }

  public <T extends Fact> Stream<T> of(Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast);
  }

  /** Where this very instance comes from. */
  public Source source(Fact fact) {
    return sources.get(fact);
  }

  /** The facts that somebody saw from which this one follows; itself when it was seen. */
  public List<Fact> observedBehind(Fact fact) {
    return source(fact) instanceof Source.From from
        ? from.premises().stream().flatMap(premise -> observedBehind(premise).stream()).toList()
        : List.of(fact);
  }
}
