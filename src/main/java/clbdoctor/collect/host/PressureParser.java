package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.PressureStall;
import clbdoctor.fact.StalledResource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code cat /proc/pressure/cpu}, or io, or memory.
 *
 * <pre>
 * some avg10=80.12 avg60=40.00 avg300=10.00 total=123456
 * full avg10=0.00 avg60=0.00 avg300=0.00 total=0
 * </pre>
 */
public final class PressureParser implements OutputParser {

  private static final Pattern LINE =
      Pattern.compile("(some|full) avg10=([0-9]{1,3}\\.[0-9]{2}) .*");
  private static final Pattern FILE = Pattern.compile(".*/proc/pressure/(cpu|memory|io)");

  @Override
  public String tool() {
    return "/proc/pressure";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.filters().isEmpty() && FILE.matcher(command.tail()).matches();
  }

  @Override
  public boolean begins(Line line) {
    return LINE.matcher(line.text()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<StalledResource> resource = resource(block);
    Optional<Line> some = Optional.empty();
    Optional<Integer> full = Optional.empty();
    for (Line line : block.lines()) {
      Matcher matcher = LINE.matcher(line.text());
      if (matcher.matches() && resource.isPresent()) {
        boolean first = matcher.group(1).equals("some");
        some = first ? Optional.of(line) : some;
        full = first ? full : Optional.of(percent(line));
        findings.read(line);
      } else if (resource.isEmpty()) {
        findings.unread(line, "without the command nobody can tell which resource this is");
      }
    }
    if (some.isPresent()) {
      findings.fact(some.get(), new PressureStall(resource.get(), percent(some.get()), full));
    }
    return findings.build();
  }

  private static Optional<StalledResource> resource(Block block) {
    return block
        .command()
        .map(c -> FILE.matcher(c.tail()))
        .filter(Matcher::matches)
        .map(m -> StalledResource.valueOf(m.group(1).toUpperCase(Locale.ROOT)));
  }

  private static int percent(Line line) {
    Matcher matcher = LINE.matcher(line.text());
    return matcher.matches()
        ? (int) Math.min(100, Math.round(Double.parseDouble(matcher.group(2))))
        : 0;
  }
}
