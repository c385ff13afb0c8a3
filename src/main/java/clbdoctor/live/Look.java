package clbdoctor.live;

import clbdoctor.fact.Subject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A command that only reads, and what it shows.
 *
 * @param command as an operator would type it; the parsers know it by this line
 * @param stages the programs with their arguments, each reading what the one before printed; never
 *     a shell
 * @param sections what it shows
 * @param limit after this time it is stopped
 * @param root whether it shows nothing, or too little, to others than root
 * @param again after this pause it runs a second time, and both outputs make one text
 * @param answers exit codes other than 0 with which it still answers
 * @param mayBeEmpty whether printing nothing is an answer, namely that there is none
 */
public record Look(
    String command,
    List<List<String>> stages,
    Set<Subject> sections,
    Duration limit,
    boolean root,
    Optional<Duration> again,
    Set<Integer> answers,
    boolean mayBeEmpty) {

  /** Time limit of a look that needs no other. */
  static final Duration USUAL_LIMIT = Duration.ofSeconds(4);

  public Look {
    stages = List.copyOf(stages);
    sections = Set.copyOf(sections);
    answers = Set.copyOf(answers);
  }

  /** A command with its arguments: {@code ss -ltnpe}. */
  static Look of(String line, Subject... sections) {
    return of(Arrays.asList(line.split(" ")), sections);
  }

  static Look of(List<String> words, Subject... sections) {
    return piped(List.of(words), sections);
  }

  /** Commands joined by pipes. */
  static Look piped(List<List<String>> stages, Subject... sections) {
    String line = stages.stream().map(Look::line).collect(Collectors.joining(" | "));
    return new Look(
        line, stages, Set.of(sections), USUAL_LIMIT, false, Optional.empty(), Set.of(), false);
  }

  /** A PowerShell command, which knows its own pipes. */
  static Look powerShell(String line, Subject... sections) {
    List<String> words =
        List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", line);
    return new Look(
        line,
        List.of(words),
        Set.of(sections),
        Duration.ofSeconds(15),
        false,
        Optional.empty(),
        Set.of(),
        false);
  }

  Look asRoot() {
    return new Look(command, stages, sections, limit, true, again, answers, mayBeEmpty);
  }

  Look twice(Duration pause) {
    return new Look(
        command, stages, sections, limit, root, Optional.of(pause), answers, mayBeEmpty);
  }

  Look within(Duration time) {
    return new Look(command, stages, sections, time, root, again, answers, mayBeEmpty);
  }

  Look answeringWith(Integer... codes) {
    return new Look(command, stages, sections, limit, root, again, Set.of(codes), mayBeEmpty);
  }

  Look orNothing() {
    return new Look(command, stages, sections, limit, root, again, answers, true);
  }

  private static String line(List<String> words) {
    return words.stream().map(Look::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./\\\\^-]+") ? word : "'" + word + "'";
  }
}
