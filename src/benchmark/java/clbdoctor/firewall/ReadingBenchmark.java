package clbdoctor.firewall;

import clbdoctor.firewall.iptables.IpsetSave;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.model.Ipset;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.nftables.NftListing;
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

/** Reading listings, and sets of a million elements read and judged as a program does it once. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
public class ReadingBenchmark {

  /** The text of an iptables-save. */
  @State(Scope.Benchmark)
  public static class Listing {
    @Param({"10000", "20000", "40000"})
    public int rules;

    String text;

    @Setup
    public void write() {
      text = Rulesets.mixed(rules);
    }
  }

  /** Listings of a million elements. */
  @State(Scope.Benchmark)
  public static class Million {
    String nft;
    String ipset;

    @Setup
    public void write() {
      nft = Rulesets.nftSet(1_000_000);
      ipset = Rulesets.ipset(1_000_000);
    }
  }

  @Benchmark
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public Ruleset iptablesSave(Listing listing) {
    return IptablesSave.parse(listing.text, Tool.IPTABLES);
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Fork(3)
  public FirewallVerdict nftSetOfAMillion(Million million) {
    return judge(NftListing.parse(million.nft), List.of());
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Fork(3)
  public FirewallVerdict ipsetOfAMillion(Million million) {
    return judge(
        IptablesSave.parse(Rulesets.matchingIpset(), Tool.IPTABLES),
        IpsetSave.parse(million.ipset).sets());
  }

  private static FirewallVerdict judge(Ruleset ruleset, List<Ipset> sets) {
    return Firewall.judge(
        new HostFirewall(List.of(ruleset), sets, Host.UNKNOWN), FirewallBenchmark.RANGE);
  }
}
