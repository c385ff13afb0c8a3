package clbdoctor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lines mean by the phrases in them.
 *
 * @param <M> a meaning
 */
public final class Phrases<M> {
  private record Entry<M>(Phrase phrase, M meaning) {}

  private final List<Entry<M>> entries;

  public Phrases() {
    this(List.of());
  }

  private Phrases(List<Entry<M>> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The same, and behind them one more phrase; a meaning may have several. */
  public Phrases<M> with(M meaning, String regex) {
    List<Entry<M>> more = new ArrayList<>(entries);
    more.add(new Entry<>(Phrase.of(regex), meaning));
    return new Phrases<>(more);
  }

  /** The meaning of the first phrase that is in the line. */
  public Optional<M> meaning(Line line) {
    for (Entry<M> entry : entries) {
      if (entry.phrase().in(line)) {
        return Optional.of(entry.meaning());
      }
    }
    return Optional.empty();
  }
}
