package clbdoctor.firewall;

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

/** The verdict for a /10 on rulesets that were made to take for ever. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class HostileBenchmark {

  @Param({"fanOut", "jumps", "loop", "marks"})
  public String ruleset;

  private Firewall firewall;

  @Setup
  public void prepare() {
    firewall =
        FirewallBenchmark.firewall(
            switch (ruleset) {
              case "fanOut" -> Rulesets.fanOut();
              case "jumps" -> Rulesets.jumps();
              case "loop" -> Rulesets.loop();
              default -> Rulesets.marks();
            });
  }

  @Benchmark
  public FirewallVerdict range() {
    return firewall.judge(FirewallBenchmark.RANGE);
  }
}
