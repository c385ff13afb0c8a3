package clbdoctor.collect.output;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A command line: {@code sudo ss -ltnp | grep :80}.
 *
 * @param text the line
 * @param program its program in lower case, without path and {@code .exe}: {@code ss}
 * @param arguments what follows the program
 * @param filters the commands behind the pipes
 * @param elevated whether it is run by sudo
 * @param elsewhere whether it looks at a container or another host, not at the server
 */
public record ShellCommand(
    String text,
    String program,
    List<String> arguments,
    List<Filter> filters,
    boolean elevated,
    boolean elsewhere) {

  /** A command behind a pipe. */
  public record Filter(String program, List<String> arguments) {
    public Filter {
      arguments = List.copyOf(arguments);
    }
  }

  /** Programs that run the command that follows them, options and their values left out. */
  private static final Set<String> WRAPPERS =
      Set.of("sudo", "time", "timeout", "nice", "env", "busybox", "command", "doas", "nohup");

  /** Programs whose exec looks into a container. */
  private static final Set<String> ENGINES =
      Set.of("docker", "podman", "kubectl", "crictl", "nerdctl", "oc");

  private static final Set<String> OTHER_ROOMS = Set.of("nsenter", "ssh", "chroot", "lxc-attach");

  public ShellCommand {
    arguments = List.copyOf(arguments);
    filters = List.copyOf(filters);
  }

  /** The command of a line; nothing for an empty line or several commands in one. */
  public static Optional<ShellCommand> parse(String line) {
    List<List<String>> stages = ShellWords.pipeline(line);
    if (stages.isEmpty() || stages.get(0).isEmpty()) {
      return Optional.empty();
    }
    List<String> words = stages.get(0);
    int start = unwrapped(words);
    if (start == words.size()) {
      return Optional.empty();
    }
    boolean elevated = words.subList(0, start).stream().anyMatch(Set.of("sudo", "doas")::contains);
    return Optional.of(
        new ShellCommand(
            line.trim(),
            programName(words.get(start)),
            words.subList(start + 1, words.size()),
            filters(stages.subList(1, stages.size())),
            elevated,
            elsewhere(words.subList(start, words.size()))));
  }

  /** Whether an argument is exactly this. */
  public boolean argument(String wanted) {
    return arguments.contains(wanted);
  }

  /** Whether an argument is exactly this, whatever its case, as PowerShell and cmd take it. */
  public boolean argumentIgnoringCase(String wanted) {
    return arguments.stream().anyMatch(wanted::equalsIgnoreCase);
  }

  /** Whether the letter stands among the one-letter options: {@code t} in {@code -ltn}. */
  public boolean option(char letter) {
    return arguments.stream().anyMatch(a -> a.matches("-[A-Za-z0-9]+") && a.indexOf(letter) > 0);
  }

  /** The value of an option: {@code -m 2}, {@code -m2}, {@code --max-time=2}. */
  public Optional<String> value(String... names) {
    for (String name : names) {
      for (int i = 0; i < arguments.size(); i++) {
        String word = arguments.get(i);
        if (word.equalsIgnoreCase(name) && (name.length() > 2 || word.equals(name))) {
          return i + 1 < arguments.size() ? Optional.of(arguments.get(i + 1)) : Optional.empty();
        }
        if (name.length() == 2 && word.startsWith(name) && !name.startsWith("--")) {
          return Optional.of(word.substring(2));
        }
        if (name.startsWith("--") && word.startsWith(name + "=")) {
          return Optional.of(word.substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  /** The arguments joined by single spaces. */
  public String tail() {
    return String.join(" ", arguments);
  }

  private static List<Filter> filters(List<List<String>> stages) {
    return stages.stream()
        .filter(stage -> !stage.isEmpty())
        .map(stage -> new Filter(programName(stage.get(0)), stage.subList(1, stage.size())))
        .toList();
  }

  static String programName(String word) {
    String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".exe") ? lower.substring(0, lower.length() - 4) : lower;
  }

  private static int unwrapped(List<String> words) {
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at);
      if (word.matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
        at++;
      } else if (WRAPPERS.contains(programName(word)) && at + 1 < words.size()) {
        at++;
        while (at < words.size() && words.get(at).matches("-.*|[0-9.]+[smh]?")) {
          at += words.get(at).matches("-[ukgp]") ? 2 : 1;
        }
      } else {
        return at;
      }
    }
    return words.size();
  }

  private static boolean elsewhere(List<String> words) {
    String program = programName(words.get(0));
    boolean exec = words.contains("exec");
    return OTHER_ROOMS.contains(program)
        || exec && (ENGINES.contains(program) || program.equals("ip"))
        || program.equals("docker-compose") && exec;
  }
}
