package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import java.util.List;
import java.util.Optional;

/**
 * {@code free -m}, free(1), of procps and busybox.
 *
 * <pre>
 *                total        used        free      shared  buff/cache   available
 * Mem:            7949        1200        5120          10        1628        6400
 * Swap:              0           0           0
 * </pre>
 *
 * Versions before 3.3.10 have no column "available"; there free, buffers and cache count as such.
 */
public final class FreeParser implements OutputParser {

  @Override
  public String tool() {
    return "free";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("free");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().trim().matches("total +used +free +shared +buff.*");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<String> columns = List.of();
    for (Line line : block.lines()) {
      List<String> words = line.words();
      if (begins(line)) {
        columns = words;
        findings.read(line);
      } else if (line.text().matches("(?:Swap|Total|内存|交换)[:：].*|-/\\+ buffers/cache:.*")) {
        findings.read(line);
      }
      if (line.text().matches("Mem: .*|内存[:：].*") && words.size() == columns.size() + 1) {
        available(words.subList(1, words.size()), columns)
            .ifPresent(percent -> findings.fact(line, Loads.available(percent)));
      }
    }
    return findings.build();
  }

  private static Optional<Double> available(List<String> words, List<String> columns) {
    Optional<Double> total = number(words, columns, "total");
    Optional<Double> available =
        columns.contains("available")
            ? number(words, columns, "available")
            : sum(words, columns, List.of("free", "buffers", "cached", "buff/cache"));
    return total.filter(t -> t > 0).flatMap(t -> available.map(a -> 100 * a / t));
  }

  private static Optional<Double> sum(
      List<String> words, List<String> columns, List<String> names) {
    return names.stream()
        .flatMap(name -> number(words, columns, name).stream())
        .reduce(Double::sum);
  }

  /** Without -h a number; with it {@code 7.8Gi} and the like, in kibibytes. */
  private static Optional<Double> number(List<String> words, List<String> columns, String name) {
    int at = columns.indexOf(name);
    if (at < 0 || !words.get(at).matches("[0-9]{1,15}(?:[.,][0-9]{1,3})?(?:[BKMGTP]i?B?)?")) {
      return Optional.empty();
    }
    String word = words.get(at).replace(',', '.');
    String digits = word.replaceFirst("[A-Za-z]+$", "");
    int unit =
        word.length() == digits.length() ? 0 : "BKMGTP".indexOf(word.charAt(digits.length()));
    return Optional.of(Double.parseDouble(digits) * Math.pow(1024, unit));
  }
}
