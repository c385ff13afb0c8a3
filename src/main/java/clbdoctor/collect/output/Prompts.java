package clbdoctor.collect.output;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shell prompts in pasted text. */
final class Prompts {

  /** Prompts that nothing but a shell prints; group 1 is the mark of root, group 2 the command. */
  private static final List<Pattern> CERTAIN =
      List.of(
          // [root@web ~]# ss -ltn
          Pattern.compile("\\[[\\w.-]{1,64}@[\\w.-]{1,64}[ :][^\\]]{0,200}\\]([#$])\\s?(.*)"),
          // root@web:/etc/nginx# ss -ltn
          Pattern.compile(
              "(?:\\([\\w.-]{1,64}\\) )?[\\w.-]{1,64}@[\\w.-]{1,64}:[~/][^#$>]{0,200}([#$])\\s?(.*)"),
          // bash-5.1$ ss -ltn
          Pattern.compile("(?:ba|z|da)?sh-[0-9.]{1,8}([#$])\\s?(.*)"),
          // PS C:\Users\Administrator> netstat -ano
          Pattern.compile("(?:PS )?[A-Za-z]:\\\\[^<>|:\"]{0,200}(>)\\s?(.*)"));

  /** Prompts that also begin other lines; only a known command behind them makes them one. */
  private static final Pattern BARE = Pattern.compile("(?:~ ?|/ ?)?([#$%>])\\s+(\\S.*)");

  private Prompts() {}

  /** A prompt: the command behind it, empty for a bare prompt, and whether root gave it. */
  record Prompt(String command, boolean root) {}

  /** The prompt that a line is, if it is one. */
  static Optional<Prompt> of(String line, Predicate<ShellCommand> known) {
    String text = line.trim();
    for (Pattern pattern : CERTAIN) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return Optional.of(new Prompt(matcher.group(2).trim(), matcher.group(1).equals("#")));
      }
    }
    Matcher bare = BARE.matcher(text);
    if (bare.matches() && ShellCommand.parse(bare.group(2)).filter(known).isPresent()) {
      return Optional.of(new Prompt(bare.group(2).trim(), bare.group(1).equals("#")));
    }
    return Optional.empty();
  }
}
