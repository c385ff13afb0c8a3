package clbdoctor.cli;

import clbdoctor.rulebook.Mutant;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Changes of rules that no case notices, reviewed, each with the reason. They stand in {@value
 * #FILE} of a rule folder: a line {@code because …} is the reason of the lines below it, and each
 * of these is a file, a rule and a change as {@code rules test --mutate} prints them. Empty lines
 * and lines that begin with {@code #} say nothing.
 */
record ExplainedMutants(Map<String, String> reasons) {
  static final String FILE = "unnoticed-changes.txt";
  private static final String BECAUSE = "because ";

  ExplainedMutants {
    reasons = Map.copyOf(reasons);
  }

  /** The reviewed changes of some rule folders; none where there is no such file. */
  static ExplainedMutants in(List<Path> folders) throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Path folder : folders) {
      Path file = folder.resolve(FILE);
      if (Files.exists(file)) {
        read(file, reasons);
      }
    }
    return new ExplainedMutants(reasons);
  }

  private static void read(Path file, Map<String, String> reasons) throws IOException {
    String reason = "";
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String text = line.strip();
      if (text.startsWith(BECAUSE)) {
        reason = text.substring(BECAUSE.length());
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        if (reason.isEmpty()) {
          throw new ProblemsException(
              List.of(
                  new Problem(
                      file.toString(), number, 1, "write a line \"because …\" above this one")));
        }
        reasons.put(text, reason);
      }
    }
  }

  boolean explains(Mutant mutant) {
    return reasons.containsKey(mutant.key());
  }

  /** Explained changes that some case notices after all, or that nobody makes. */
  Set<String> outdated(Collection<Mutant> survivors) {
    Set<String> living = survivors.stream().map(Mutant::key).collect(Collectors.toSet());
    Set<String> outdated = new TreeSet<>(reasons.keySet());
    outdated.removeAll(living);
    return outdated;
  }
}
