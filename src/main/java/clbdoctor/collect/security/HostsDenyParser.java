package clbdoctor.collect.security;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.WrapperEntry;
import clbdoctor.fact.WrapperFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code cat /etc/hosts.deny} or hosts.allow, hosts_access(5).
 *
 * <pre>
 * # deny everybody else
 * ALL: 100.64.0.0/255.192.0.0
 * </pre>
 */
public final class HostsDenyParser implements OutputParser {

  private static final Pattern ENTRY =
      Pattern.compile("([\\w@./, -]{1,200}?)\\s*:\\s*([^:].*?)\\s*");

  @Override
  public String tool() {
    return "hosts.deny";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().matches("cat|grep|less|tail|head|egrep")
        && command.filters().isEmpty()
        && command.tail().matches(".*/etc/hosts\\.(?:deny|allow)");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("# /etc/hosts\\.(?:deny|allow)[: ].*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<WrapperFile> file =
        block
            .command()
            .map(
                c ->
                    c.tail().endsWith("hosts.deny")
                        ? WrapperFile.HOSTS_DENY
                        : WrapperFile.HOSTS_ALLOW);
    for (Line line : block.lines()) {
      Matcher entry = ENTRY.matcher(line.text());
      if (line.text().startsWith("#")) {
        findings.read(line);
      } else if (entry.matches() && file.isPresent()) {
        findings.fact(line, new WrapperEntry(file.get(), entry.group(1).trim(), entry.group(2)));
      }
    }
    return findings.build();
  }
}
