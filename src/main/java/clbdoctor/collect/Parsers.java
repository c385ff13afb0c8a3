package clbdoctor.collect;

import clbdoctor.collect.capture.TcpdumpParser;
import clbdoctor.collect.firewall.RulesetParser;
import clbdoctor.collect.host.DfParser;
import clbdoctor.collect.host.FreeParser;
import clbdoctor.collect.host.NprocParser;
import clbdoctor.collect.host.TopParser;
import clbdoctor.collect.host.UptimeParser;
import clbdoctor.collect.host.VmstatParser;
import clbdoctor.collect.kernel.DmesgParser;
import clbdoctor.collect.kernel.NstatParser;
import clbdoctor.collect.kernel.SysctlParser;
import clbdoctor.collect.log.AccessLogParser;
import clbdoctor.collect.log.ErrorLogParser;
import clbdoctor.collect.log.IisLogParser;
import clbdoctor.collect.network.IpAddrParser;
import clbdoctor.collect.network.IpNeighParser;
import clbdoctor.collect.network.IpRouteGetParser;
import clbdoctor.collect.network.IpRouteParser;
import clbdoctor.collect.network.RoutePrintParser;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.probe.CurlParser;
import clbdoctor.collect.probe.NcParser;
import clbdoctor.collect.probe.PingParser;
import clbdoctor.collect.probe.TelnetParser;
import clbdoctor.collect.probe.TestNetConnectionParser;
import clbdoctor.collect.security.AusearchParser;
import clbdoctor.collect.security.Fail2banParser;
import clbdoctor.collect.security.GetenforceParser;
import clbdoctor.collect.security.HostsDenyParser;
import clbdoctor.collect.service.DockerPsParser;
import clbdoctor.collect.service.GetServiceParser;
import clbdoctor.collect.service.ScQueryParser;
import clbdoctor.collect.service.SystemctlParser;
import clbdoctor.collect.service.TasklistParser;
import clbdoctor.collect.socket.GetNetTcpConnectionParser;
import clbdoctor.collect.socket.LsofParser;
import clbdoctor.collect.socket.NetstatParser;
import clbdoctor.collect.socket.SsParser;
import clbdoctor.fact.FirewallTool;
import java.util.List;

/** Every parser, in the alphabetical order of the tools. */
final class Parsers {

  static final List<OutputParser> ALL =
      List.of(
          new AccessLogParser(),
          new AusearchParser(),
          new CurlParser(),
          new DfParser(),
          new DmesgParser(),
          new DockerPsParser(),
          new ErrorLogParser(),
          new Fail2banParser(),
          new RulesetParser(FirewallTool.FIREWALLD),
          new FreeParser(),
          new GetNetTcpConnectionParser(),
          new GetServiceParser(),
          new GetenforceParser(),
          new HostsDenyParser(),
          new IisLogParser(),
          new IpAddrParser(),
          new IpNeighParser(),
          new IpRouteParser(),
          new IpRouteGetParser(),
          new RulesetParser(FirewallTool.IPTABLES),
          new LsofParser(),
          new NcParser(),
          new NetstatParser(),
          new RulesetParser(FirewallTool.NFTABLES),
          new NprocParser(),
          new NstatParser(),
          new PingParser(),
          new RoutePrintParser(),
          new ScQueryParser(),
          new SsParser(),
          new SysctlParser(),
          new SystemctlParser(),
          new TasklistParser(),
          new TcpdumpParser(),
          new TelnetParser(),
          new TestNetConnectionParser(),
          new TopParser(),
          new RulesetParser(FirewallTool.UFW),
          new UptimeParser(),
          new VmstatParser(),
          new RulesetParser(FirewallTool.WINDOWS_FIREWALL));

  private Parsers() {}
}
