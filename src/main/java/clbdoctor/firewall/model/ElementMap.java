package clbdoctor.firewall.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A map from elements to data, with what it yields for a key that is no element ({@code *} in
 * nftables). Elements over one value never overlap and are kept in order, so a lookup is a binary
 * search.
 */
public final class ElementMap<T> {

  /** One element and its data. */
  public record Entry<T>(Box key, T data) {}

  private final List<Entry<T>> entries;
  private final boolean flat;
  private final Optional<T> otherwise;

  public ElementMap(List<Entry<T>> entries, Optional<T> otherwise) {
    List<Entry<T>> sorted = new ArrayList<>(entries);
    this.flat = entries.stream().allMatch(entry -> entry.key().sides().size() == 1);
    sorted.sort(Comparator.comparing(entry -> entry.key().sides().get(0).first()));
    this.entries = List.copyOf(sorted);
    this.otherwise = otherwise;
  }

  public Optional<T> otherwise() {
    return otherwise;
  }

  public List<Entry<T>> entries() {
    return entries;
  }

  /** The entries that may hold a key within {@code first}, the range of the key's first part. */
  public List<Entry<T>> near(Range first) {
    if (!flat) {
      return entries;
    }
    int from = indexOfFirstEndingAtOrAfter(first.first());
    int to = from;
    while (to < entries.size()
        && entries.get(to).key().sides().get(0).first().compareTo(first.last()) <= 0) {
      to++;
    }
    return entries.subList(from, to);
  }

  private int indexOfFirstEndingAtOrAfter(Bits value) {
    int from = 0;
    int to = entries.size();
    while (from < to) {
      int middle = from + to >>> 1;
      if (entries.get(middle).key().sides().get(0).last().compareTo(value) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  @Override
  public String toString() {
    return entries + otherwise.map(data -> " otherwise " + data).orElse("");
  }
}
