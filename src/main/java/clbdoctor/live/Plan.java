package clbdoctor.live;

import clbdoctor.fact.Subject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that will be looked at.
 *
 * @param looks the commands
 * @param whole sections of which the looks that show them miss nothing, if all of these answer and
 *     every line is understood
 * @param absent sections of which the host can have nothing, each with the reason
 */
public record Plan(List<Look> looks, Set<Subject> whole, Map<Subject, String> absent) {

  public Plan {
    looks = List.copyOf(looks);
    whole = Set.copyOf(whole);
    absent = Map.copyOf(absent);
  }

  /** The longest time limit of a look. */
  public Duration longest() {
    return looks.stream().map(Look::limit).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }
}
