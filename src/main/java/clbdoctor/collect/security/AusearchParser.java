package clbdoctor.collect.security;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.AccessDenial;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ausearch -m avc -ts recent}, or the lines of audit.log.
 *
 * <pre>
 * type=AVC msg=audit(1795372801.123:456): avc:  denied  { name_bind } for  pid=812 comm="nginx" src=8081 scontext=system_u:system_r:httpd_t:s0 tcontext=system_u:object_r:transproxy_port_t:s0 tclass=tcp_socket permissive=0
 * </pre>
 */
public final class AusearchParser implements OutputParser {

  private static final Pattern DENIED =
      Pattern.compile(".*avc: +denied +\\{ ([a-z_ ]{2,80}?) } for .*");
  private static final Pattern FIELD =
      Pattern.compile("\\b(comm|src|dest|path|name|tcontext|permissive)=(?:\"([^\"]*)\"|(\\S+))");

  @Override
  public String tool() {
    return "ausearch";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ausearch") || command.tail().contains("audit.log");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().startsWith("type=AVC msg=audit(");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Matcher denied = DENIED.matcher(line.text());
      if (denied.matches()) {
        findings.fact(line, denial(denied.group(1), line.text()));
      } else if (line.text().matches("----|time->.*|type=[A-Z_]+ msg=.*|<no matches>")) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  private static AccessDenial denial(String permission, String text) {
    Optional<Integer> port =
        field("src", text)
            .or(() -> field("dest", text))
            .filter(p -> p.matches("[0-9]{1,5}"))
            .map(Integer::valueOf)
            .filter(p -> p >= 1 && p <= 65535);
    Optional<String> type =
        field("tcontext", text)
            .map(context -> context.split(":"))
            .filter(c -> c.length > 2)
            .map(c -> c[2]);
    return new AccessDenial(
        field("comm", text).orElse("a program"),
        permission,
        port,
        field("path", text).or(() -> type),
        field("permissive", text).map(p -> p.equals("0")));
  }

  private static Optional<String> field(String name, String text) {
    Matcher matcher = FIELD.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return Optional.of(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
      }
    }
    return Optional.empty();
  }
}
