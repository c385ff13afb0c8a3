package clbdoctor.collect.socket;

import clbdoctor.collect.output.ShellCommand;
import clbdoctor.collect.output.ShellCommand.Filter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the commands behind the pipes leave of a list of sockets.
 *
 * @param port the only port whose sockets are surely left; others may be among them, since {@code
 *     grep :80} also lets :8080 through
 * @param listening whether only lines with LISTEN are left
 * @param understood false when it cannot be told what is left
 */
record SocketFilter(Optional<Integer> port, boolean listening, boolean understood) {

  static final SocketFilter NONE = new SocketFilter(Optional.empty(), false, true);

  private static final SocketFilter OBSCURE = new SocketFilter(Optional.empty(), false, false);

  /** Filters that leave every line, whatever they do with the order or the width. */
  private static final Set<String> TRANSPARENT =
      Set.of("more", "less", "cat", "tee", "sort", "column", "out-string", "ft", "format-table");

  /** {@code :80}, {@code 80}, {@code ":80 "}, {@code :80\b}, {@code ":80 .*LISTEN"}. */
  private static final Pattern PORT =
      Pattern.compile(
          ":?([0-9]{1,5})(?: |\\\\b|\\\\s|\\\\>|\\[\\[:space:]])?(\\.\\*LISTEN(?:ING)?)?");

  private static final Pattern LISTEN = Pattern.compile("LISTEN(?:ING)?(?:.*)?");

  static SocketFilter of(ShellCommand command) {
    SocketFilter all = silenced(command) ? OBSCURE : NONE;
    for (Filter filter : command.filters()) {
      if (!TRANSPARENT.contains(filter.program())) {
        all = all.and(of(filter));
      }
    }
    return all;
  }

  /** With its errors thrown away an empty output may also mean that the tool is not there. */
  private static boolean silenced(ShellCommand command) {
    return command.text().matches("(?i).*(?:2|&)>{1,2} ?(?:/dev/null|nul).*");
  }

  private static SocketFilter of(Filter filter) {
    Optional<String> pattern = pattern(filter);
    if (pattern.isEmpty()) {
      return OBSCURE;
    }
    Matcher port = PORT.matcher(pattern.get());
    if (port.matches()) {
      int number = Integer.parseInt(port.group(1));
      return new SocketFilter(Optional.of(number), port.group(2) != null, number <= 65535);
    }
    if (pattern.get().equals("grep") || pattern.get().equals("(?v)")) {
      return NONE;
    }
    return LISTEN.matcher(pattern.get()).matches() && !pattern.get().matches(".*[^A-Z].*")
        ? new SocketFilter(Optional.empty(), true, true)
        : OBSCURE;
  }

  /** The one pattern of a grep or findstr that prints matching lines whole; else nothing. */
  private static Optional<String> pattern(Filter filter) {
    boolean grep = filter.program().matches("e?grep|fgrep");
    boolean findstr = filter.program().matches("findstr|find|select-string|sls");
    List<String> options =
        filter.arguments().stream()
            .filter(a -> a.matches(grep ? "-.*" : "[/-][A-Za-z].*"))
            .toList();
    List<String> patterns = filter.arguments().stream().filter(a -> !options.contains(a)).toList();
    boolean harmless =
        options.stream()
            .allMatch(
                o -> o.matches(grep ? "-[EFinwe]+|--colou?r(=.*)?" : "(?i)[/-][ir]|-pattern"));
    boolean inverted = grep && options.equals(List.of("-v")) && patterns.equals(List.of("grep"));
    if (inverted) {
      return Optional.of("(?v)");
    }
    return (grep || findstr) && harmless && patterns.size() == 1
        ? Optional.of(patterns.get(0))
        : Optional.empty();
  }

  private SocketFilter and(SocketFilter other) {
    boolean clash = port.isPresent() && other.port.isPresent() && !port.equals(other.port);
    return new SocketFilter(
        port.or(other::port),
        listening || other.listening,
        understood && other.understood && !clash);
  }
}
