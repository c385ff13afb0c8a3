package clbdoctor.rulebook;

import java.util.HashSet;
import java.util.Set;

/** The values that a property may have under some comparisons. */
sealed interface Domain {

  boolean empty();

  /** Whether every value in here is a value of the other. */
  boolean within(Domain other);

  /** The values in both. */
  Domain and(Domain other);

  /** Texts, constants of an enum, yes and no: those named, or all but those named. */
  record Words(Set<String> named, boolean allBut) implements Domain {
    public Words {
      named = Set.copyOf(named);
    }

    @Override
    public boolean empty() {
      return !allBut && named.isEmpty();
    }

    @Override
    public boolean within(Domain other) {
      Words wider = (Words) other;
      if (allBut) {
        return wider.allBut && named.containsAll(wider.named);
      }
      return named.stream().noneMatch(word -> wider.named.contains(word) == wider.allBut);
    }

    @Override
    public Words and(Domain other) {
      Words second = (Words) other;
      if (allBut && second.allBut) {
        Set<String> both = new HashSet<>(named);
        both.addAll(second.named);
        return new Words(both, true);
      }
      Words some = allBut ? second : this;
      Words test = allBut ? this : second;
      Set<String> left = new HashSet<>(some.named);
      left.removeIf(word -> test.named.contains(word) == test.allBut);
      return new Words(left, false);
    }
  }

  /**
   * Numbers from {@code least} to {@code most}, both included, without some.
   *
   * @param least {@link Math#nextUp} of a bound that is itself left out
   */
  record Numbers(double least, double most, Set<Double> except) implements Domain {
    public Numbers {
      except = Set.copyOf(except);
    }

    @Override
    public boolean empty() {
      return least > most || least == most && except.contains(least);
    }

    @Override
    public boolean within(Domain other) {
      Numbers wider = (Numbers) other;
      return empty()
          || least >= wider.least
              && most <= wider.most
              && wider.except.stream()
                  .allMatch(left -> left < least || left > most || except.contains(left));
    }

    @Override
    public Numbers and(Domain other) {
      Numbers second = (Numbers) other;
      Set<Double> both = new HashSet<>(except);
      both.addAll(second.except);
      return new Numbers(Math.max(least, second.least), Math.min(most, second.most), both);
    }
  }
}
