package clbdoctor.collect.network;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.NetworkInterface;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ip -br addr}, {@code ip -br link}, ip(8): a line for each interface.
 *
 * <pre>
 * lo               UNKNOWN        127.0.0.1/8 ::1/128
 * eth0@if2         UP             10.0.0.10/24 fe80::58b9:e3ff:fe9a:1ffb/64
 * </pre>
 *
 * The state UNKNOWN is that of interfaces without a carrier, such as tunnels: it proves nothing.
 */
public final class IpBriefParser implements OutputParser {

  private static final Pattern LINE =
      Pattern.compile(
          "([^\\s@:]{1,64})(?:@\\S{1,64})?\\s+(UP|DOWN|UNKNOWN|LOWERLAYERDOWN|DORMANT)(\\s.*|)");

  /** Not the word "brd" of the long form. */
  private static final String BRIEF = "(?:-\\w+ )*-br(?:ief)?(?: -\\w+)* (?:a|l)\\w*(?: .*)?";

  @Override
  public String tool() {
    return "ip -br";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ip") && command.tail().matches(BRIEF);
  }

  @Override
  public boolean begins(Line line) {
    Matcher matcher = LINE.matcher(line.text());
    return matcher.matches() && !addresses(matcher.group(3)).isEmpty();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Matcher matcher = LINE.matcher(line.text());
      if (matcher.matches()) {
        findings.fact(
            line,
            new NetworkInterface(
                matcher.group(1),
                up(matcher.group(2)),
                Optional.empty(),
                addresses(matcher.group(3)),
                Optional.empty()));
      } else if (line.text().matches(IpAddrParser.ELSEWHERE)) {
        findings.read(line);
      }
    }
    boolean all =
        block
            .command()
            .map(c -> c.filters().isEmpty() && c.tail().matches("-br(?:ief)? a\\w*(?: show)?"))
            .orElse(false);
    return all ? findings.survey(Survey.of(Subject.INTERFACES)).build() : findings.build();
  }

  private static Optional<Boolean> up(String state) {
    return switch (state) {
      case "UP" -> Optional.of(true);
      case "DOWN", "LOWERLAYERDOWN" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static List<IpAddress> addresses(String words) {
    return List.of(words.trim().split("\\s+")).stream()
        .filter(word -> word.contains("/"))
        .flatMap(word -> IpAddress.tryParse(word.replaceFirst("/.*", "")).stream())
        .toList();
  }
}
