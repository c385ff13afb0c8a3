package clbdoctor.collect.socket;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.Row;
import clbdoctor.collect.output.ShellCommand;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code netstat -anp} of net-tools, netstat(8), and {@code netstat -ano} of Windows.
 *
 * <pre>
 * Active Internet connections (only servers)
 * Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
 * tcp        0      0 0.0.0.0:80              0.0.0.0:*               LISTEN      9026/nginx: master
 * tcp6       0      0 :::81                   :::*                    LISTEN      9026/nginx: master
 * </pre>
 *
 * <pre>
 * Active Connections
 *
 *   Proto  Local Address          Foreign Address        State           PID
 *   TCP    0.0.0.0:80             0.0.0.0:0              LISTENING       4
 *   UDP    [::]:123               *:*                                    1044
 * </pre>
 *
 * {@code :::80} may take IPv4 too or not: netstat does not tell.
 */
public final class NetstatParser implements OutputParser {

  /** The titles and headings, English and Chinese. */
  private static final Pattern TITLE =
      Pattern.compile(
          "Active (?:Internet )?[Cc]onnections.*|Active UNIX domain sockets.*|活动连接|激活Internet连接.*|活跃的?UNIX.*");

  private static final Pattern HEADING =
      Pattern.compile("(?:Proto|协议)\\s+(?:Recv-Q\\s|Local Address|本地地址|RefCnt|接收|引用).*");

  /** What netstat says about its own rights, and the executables that -b puts below a row. */
  private static final Pattern REMARK =
      Pattern.compile(
          "\\((?:Not all processes|No info could be read|并非所有进程|没有).*|.*you would have to be root.*"
              + "|will not be shown, .*|netstat: no support for .*"
              + "|\\[[^\\]]{1,64}\\]|(?:Can not|Cannot) obtain ownership information|无法获取所有权信息");

  @Override
  public String tool() {
    return "netstat";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("netstat")
        && !command.option('r')
        && !command.option('s')
        && !command.option('i');
  }

  @Override
  public boolean begins(Line line) {
    String text = line.text().trim();
    return TITLE.matcher(text).matches()
        || HEADING.matcher(text).matches()
        || NetstatRow.parse(line).flatMap(NetstatRow::socket).isPresent();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<Row> rows = Row.join(block.lines(), NetstatParser::continues);
    for (Row row : rows) {
      Optional<NetstatRow> socket = NetstatRow.parse(row.line());
      if (socket.isPresent() || understood(row.line().text().trim())) {
        findings.read(row);
      }
      socket.flatMap(NetstatRow::socket).ifPresent(fact -> findings.fact(row.line(), fact));
    }
    block
        .command()
        .map(command -> NetstatSurvey.of(command, rows.stream().map(Row::line).toList()))
        .ifPresent(surveys -> surveys.forEach(findings::survey));
    return findings.build();
  }

  static boolean heading(String text) {
    return HEADING.matcher(text).matches();
  }

  private static boolean understood(String text) {
    return TITLE.matcher(text).matches()
        || heading(text)
        || REMARK.matcher(text).matches()
        || text.matches("unix\\s.*");
  }

  private static boolean continues(Line row, Line next) {
    return !next.blank()
        && row.text().trim().matches("(?:tcp|udp|TCP|UDP).*")
        && NetstatRow.parse(row).isEmpty()
        && !NetstatRow.startsRow(next);
  }
}
