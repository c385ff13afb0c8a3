package clbdoctor.rulebook;

import clbdoctor.cache.ReadFiles;
import clbdoctor.text.Folder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to accept only the small language of rules, beside parsing alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RuleReadingBenchmark {
  private final List<RuleFile> files =
      RuleFile.in(Folder.of(List.of(Path.of("rules").toAbsolutePath())).get(0));

  /** Every rule file parsed by Drools, and nothing looked at. */
  @Benchmark
  public int parsed() throws DroolsParserException {
    int rules = 0;
    for (RuleFile file : files) {
      rules +=
          new DrlParser(LanguageLevelOption.DRL6).parse(false, file.text()).getRules().size();
    }
    return rules;
  }

  /** Every rule file parsed, checked, and put together anew. */
  @Benchmark
  public int accepted() {
    RuleReader reader = new RuleReader(ReadFiles.none());
    files.forEach(reader::read);
    return reader.rules().size();
  }
}
