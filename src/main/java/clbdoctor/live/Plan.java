package clbdoctor.live;

import clbdoctor.fact.Observed;
import clbdoctor.fact.Subject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that will be looked at.
 *
 * @param looks the commands
 * @param whole sections of which the looks that show them miss nothing, if all of these answer and
 *     every line is understood
 * @param absent sections of which the host can have nothing, each with the reason
 * @param read what was read from the files of the system already
 * @param probes what the server sends to itself
 */
public record Plan(
    List<Look> looks,
    Set<Subject> whole,
    Map<Subject, String> absent,
    List<Observed> read,
    List<clbdoctor.live.probe.Plan> probes) {

  public Plan {
    looks = List.copyOf(looks);
    whole = Set.copyOf(whole);
    absent = Map.copyOf(absent);
    read = List.copyOf(read);
    probes = List.copyOf(probes);
  }

  /** The longest time limit of a look or a probe. */
  public Duration longest() {
    return Stream.concat(
            looks.stream().map(Look::limit),
            probes.stream().map(p -> Duration.ofMillis(p.limitMillis())))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** All of it, as lines of text. */
  public List<String> lines() {
    return Stream.concat(
            looks.stream().map(Look::command), probes.stream().flatMap(p -> p.lines().stream()))
        .toList();
  }
}
