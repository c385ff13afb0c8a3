package clbdoctor.collect.security;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.SecuritySoftware;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code fail2ban-client status sshd} and {@code fail2ban-client banned}, fail2ban-client(1).
 *
 * <pre>
 * Status for the jail: nginx-limit-req
 * |- Filter
 * |  |- Currently failed: 2
 * |  |- Total failed:     57
 * |  `- File list:        /var/log/nginx/error.log
 * `- Actions
 *    |- Currently banned: 1
 *    |- Total banned:     3
 *    `- Banned IP list:   100.64.3.7
 * </pre>
 *
 * <pre>
 * [{'sshd': ['203.0.113.5']}, {'nginx-limit-req': ['100.64.3.7', '100.64.3.8']}]
 * </pre>
 *
 * A jail that bans nobody says nothing about the others.
 */
public final class Fail2banParser implements OutputParser {

  private static final String PRODUCT = "fail2ban";
  private static final Pattern LIST = Pattern.compile(".*Banned IP list:\\s*(.*)");
  private static final Pattern BANNED = Pattern.compile("\\[(?:\\{.*}|)]");
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}(?:/[0-9]{1,3})?");
  private static final Pattern REMARK =
      Pattern.compile("Status(?: for the jail: .*)?|[|` ]+- .*|.*Jail list:.*");

  @Override
  public String tool() {
    return "fail2ban-client";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("fail2ban-client")
        && (command.argument("status") || command.argument("banned"));
  }

  @Override
  public boolean begins(Line line) {
    return line.text().startsWith("Status for the jail: ")
        || line.text().matches("\\[\\{'[\\w-]+': \\[.*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean every = false;
    for (Line line : block.lines()) {
      Matcher list = LIST.matcher(line.text());
      if (list.matches()) {
        List<IpNetwork> banned = networks(list.group(1));
        findings.read(line);
        if (!banned.isEmpty()) {
          findings.fact(line, new SecuritySoftware(PRODUCT, banned));
        }
      } else if (BANNED.matcher(line.text()).matches()) {
        every = true;
        String addresses = line.text().replaceAll("'[^']*': ", " ").replaceAll("[\\[\\]{}',]", " ");
        findings.fact(line, new SecuritySoftware(PRODUCT, networks(addresses)));
      } else if (REMARK.matcher(line.text()).matches()) {
        findings.read(line);
      }
    }
    return every
        ? findings.survey(Survey.of(Subject.SECURITY_SOFTWARE, PRODUCT)).build()
        : findings.build();
  }

  private static List<IpNetwork> networks(String text) {
    List<IpNetwork> networks = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (matcher.find()) {
      network(matcher.group()).ifPresent(networks::add);
    }
    return networks;
  }

  private static Optional<IpNetwork> network(String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> address = IpAddress.tryParse(slash < 0 ? text : text.substring(0, slash));
    int length = slash < 0 ? 128 : Integer.parseInt(text.substring(slash + 1));
    return address.map(a -> new IpNetwork(a, Math.min(length, a.bits())));
  }
}
