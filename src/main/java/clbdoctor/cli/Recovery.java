package clbdoctor.cli;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.fact.CheckWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What changes from one diagnosis of a server to the next, until it has been without a cause for as
 * long as its load balancer needs to see that. A cause that is only possible does not count: what
 * the host cannot know stays possible for ever.
 */
final class Recovery {

  /** Of a check with the default parameters, when nobody knows them. */
  private static final int USUAL_SECONDS = 16;

  private Set<String> before = Set.of();
  private Optional<Instant> freeSince = Optional.empty();
  private Duration window = Duration.ofSeconds(USUAL_SECONDS);

  /** Lines that tell what this diagnosis, made at that time, changes. */
  List<String> tell(Diagnosis diagnosis, Instant now) {
    Set<String> causes =
        diagnosis.causes().stream()
            .filter(cause -> cause.certainty() != Certainty.POSSIBLE)
            .map(Recovery::line)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> lines = new ArrayList<>();
    before.stream().filter(c -> !causes.contains(c)).forEach(c -> lines.add("gone: " + c));
    causes.stream().filter(c -> !before.contains(c)).forEach(c -> lines.add("new:  " + c));
    before = causes;
    diagnosis
        .windows()
        .map(CheckWindows::recoverSeconds)
        .ifPresent(seconds -> window = Duration.ofSeconds(seconds));
    freeSince = causes.isEmpty() ? freeSince.or(() -> Optional.of(now)) : Optional.empty();
    if (causes.isEmpty()) {
      lines.add(countdown(now));
    }
    return lines;
  }

  /** Whether the load balancer must have seen it. */
  boolean complete(Instant now) {
    return freeSince.isPresent() && left(now).compareTo(Duration.ZERO) <= 0;
  }

  private Duration left(Instant now) {
    return window.minus(Duration.between(freeSince.orElse(now), now));
  }

  private String countdown(Instant now) {
    return complete(now)
        ? "no cause for " + window.toSeconds() + " s: the load balancer must show the port healthy"
        : "no cause; the load balancer needs up to " + left(now).toSeconds() + " s more";
  }

  private static String line(NamedCause cause) {
    return cause.certainty() + " " + cause.page().id();
  }
}
