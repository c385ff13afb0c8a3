package clbdoctor.diagnosis;

import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Subject;
import java.util.List;
import java.util.Map;

/**
 * How to look at one part of the situation, as {@code rules/observations/<section>.yaml} tells it.
 *
 * @param says what to look at, one phrase
 * @param cost how much time, privilege and risk it takes: 1 (a look) to 9
 * @param commands what to run; templates as in fixes
 */
public record Observation(
    Subject subject, String says, int cost, Map<OperatingSystem, List<String>> commands) {
  public Observation {
    commands = Map.copyOf(commands);
  }
}
