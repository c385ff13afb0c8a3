package clbdoctor.collect.service;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.HttpListenAddress;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import java.util.Optional;

/**
 * {@code netsh http show iplisten}: the addresses on which HTTP.sys, and IIS with it, listens.
 *
 * <pre>
 * IP addresses present in the IP listen list:
 * -------------------------------------------
 *     127.0.0.1
 * </pre>
 */
public final class IpListenParser implements OutputParser {

  private static final String TITLE =
      "IP addresses present in the IP listen list:|IP 侦听列表中存在的 IP 地址:.*";

  @Override
  public String tool() {
    return "netsh http show iplisten";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("netsh")
        && command.tail().equalsIgnoreCase("http show iplisten");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().trim().matches(TITLE);
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean titled = false;
    for (Line line : block.lines()) {
      String text = line.text().trim();
      Optional<IpAddress> address = IpAddress.tryParse(text.replaceFirst("%.*", ""));
      titled |= begins(line);
      if (begins(line) || text.matches("-+")) {
        findings.read(line);
      } else {
        address.ifPresent(a -> findings.fact(line, new HttpListenAddress(a)));
      }
    }
    return titled
        ? findings.survey(Survey.of(Subject.HTTP_LISTEN_ADDRESSES)).build()
        : findings.build();
  }
}
