package clbdoctor.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each target on its corpus: usual inputs, and those that once broke it. */
class CorpusTest {
  static final Path CORPUS = Path.of("src/test/resources/clbdoctor/fuzz");

  @ParameterizedTest
  @CsvSource({
    "Iptables, iptables",
    "Nft,      nft",
    "Json,     json",
    "Ipsets,   ipsets",
    "Netsh,    netsh",
    "Managers, managers",
    "Outputs,  outputs",
    "FactYaml, facts"
  })
  void holds(String target, String folder) throws ReflectiveOperationException, IOException {
    Class<?> type = Class.forName(Targets.class.getName() + "$" + target);
    var input = type.getDeclaredMethod("fuzzerTestOneInput", byte[].class);
    try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
      List<Path> inputs = files.sorted().toList();
      for (Path file : inputs) {
        byte[] whole = Files.readAllBytes(file);
        for (int end = 0; end <= whole.length; end += 1 + whole.length / 50) {
          input.invoke(null, (Object) Arrays.copyOf(whole, end));
        }
        input.invoke(null, (Object) whole);
      }
    }
  }
}
