package clbdoctor.cli;

import clbdoctor.cli.LabRun.Outcome;
import clbdoctor.diagnosis.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outcome of the lab as a table. */
final class LabTable {
  private LabTable() {}

  static String of(List<Outcome> outcomes) {
    StringBuilder text =
        new StringBuilder(
            """
            # The lab: real servers, real checks

            Written by the lab (`mvn -Plab test -Dlab.write=true`); each row is a scenario in `scenarios/`. *Truth* are the causes whose
            removal, one after the other, makes the check of the load balancer pass; none is a decoy that looks guilty. *From the
            server* is what the program names from the server alone, *with an outside probe* when facts of `probe --from
            CHECK_SOURCE` are added. In parentheses: POSSIBLE
            only.

            | # | scenario | truth | from the server | with an outside probe | s |
            |--:|----------|-------|-----------------|-----------------------|--:|
            """);
    for (int i = 0; i < outcomes.size(); i++) {
      text.append(row(i + 1, outcomes.get(i)));
    }
    return text.toString();
  }

  /** What is named, and how surely, may depend on how busy the machine is that runs the lab. */
  static String scenariosAndTruths(String table) {
    return table.replaceAll("(?m)^(\\| \\d+ \\| [^|]* \\| [^|]* \\|).*$", "$1");
  }

  static String row(int number, Outcome outcome) {
    return String.format(
        java.util.Locale.ROOT,
        "| %d | %s | %s | %s | %s | %.1f |%n",
        number,
        outcome.scenario().scenario(),
        outcome.scenario().cures().isEmpty()
            ? "healthy"
            : String.join(", ", outcome.scenario().cures().keySet()),
        named(outcome.inside()),
        named(outcome.merged()),
        outcome.millis() / 1000.0);
  }

  /** What is more than possible. */
  static Map<String, Certainty> sure(Map<String, Certainty> causes) {
    Map<String, Certainty> sure = new TreeMap<>(causes);
    sure.values().removeIf(certainty -> certainty == Certainty.POSSIBLE);
    return sure;
  }

  private static String named(Map<String, Certainty> causes) {
    Map<String, Certainty> sure = sure(causes);
    List<String> parts = new ArrayList<>();
    sure.forEach((id, certainty) -> parts.add(id + " " + certainty));
    causes.keySet().stream()
        .filter(id -> !sure.containsKey(id))
        .forEach(id -> parts.add("(" + id + ")"));
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }
}
