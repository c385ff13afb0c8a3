package clbdoctor.firewall;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.model.Tool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Verdicts on prepared rulesets: of one packet, and of every source of a /10. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FirewallBenchmark {
  private static final IpAddress SERVER = IpAddress.parse("10.0.0.10");
  static final Check PACKET = check("100.64.0.1");
  static final Check RANGE = check("100.64.0.0/10");

  @Param({"1000", "20000"})
  public int rules;

  private Firewall mixed;
  private Firewall bans;

  private static Check check(String source) {
    return Check.of(IpNetwork.parse(source), SERVER, Protocol.TCP, 80).on("eth0");
  }

  static Firewall firewall(String save) {
    return Firewall.of(
        new HostFirewall(
            List.of(IptablesSave.parse(save, Tool.IPTABLES)), List.of(), Host.UNKNOWN));
  }

  @Setup
  public void prepare() {
    mixed = firewall(Rulesets.mixed(rules));
    bans = firewall(Rulesets.bans(rules));
  }

  @Benchmark
  public FirewallVerdict onePacket() {
    return mixed.judge(PACKET);
  }

  @Benchmark
  public FirewallVerdict range() {
    return mixed.judge(RANGE);
  }

  /** Each rule cuts off another address: as many parts and blockers as rules. */
  @Benchmark
  public FirewallVerdict rangeWithABanInEachRule() {
    return bans.judge(RANGE);
  }
}
