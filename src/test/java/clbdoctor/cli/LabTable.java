package clbdoctor.cli;

import clbdoctor.cli.LabRun.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The outcome of the lab as a table. */
final class LabTable {
  private LabTable() {}

  static String of(List<Outcome> outcomes) {
    StringBuilder text =
        new StringBuilder(
            """
            # The lab: real servers, real checks

            Written by the lab (`mvn -Plab verify -Dlab.write=true`); each row is a scenario in `scenarios/`. *Truth* are the causes whose
            removal, one after the other, makes the check of the load balancer pass; none is a decoy that looks guilty. *From the
            server* is what `clb-doctor check` names there, *with an outside probe* what `diagnose --merge` names when facts of
            `probe --from CHECK_SOURCE` are added. What is named beyond the truth stands in parentheses, with a note below the table that
            says why nobody can exclude it. *s* are the seconds of `check`, the start of the program included, on a machine busy with other
            scenarios.

            | # | scenario | truth | from the server | with an outside probe | s |
            |--:|----------|-------|-----------------|-----------------------|--:|
            """);
    for (int i = 0; i < outcomes.size(); i++) {
      text.append(row(i + 1, outcomes.get(i)));
    }
    return text + notes(outcomes);
  }

  /** Why a cause that is not so is named all the same. */
  private static String notes(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder("\nWhy more than the truth is named:\n\n");
    for (int i = 0; i < outcomes.size(); i++) {
      int number = i + 1;
      new TreeMap<>(outcomes.get(i).scenario().rivals())
          .forEach(
              (id, why) ->
                  text.append("- ")
                      .append(number)
                      .append(", ")
                      .append(id)
                      .append(": ")
                      .append(why)
                      .append("\n"));
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
        named(outcome, outcome.inside()),
        named(outcome, outcome.merged()),
        outcome.checkMillis() / 1000.0);
  }

  private static String named(Outcome outcome, LabAnswer answer) {
    List<String> parts = new ArrayList<>();
    List<String> beyond = new ArrayList<>();
    answer
        .named()
        .forEach(
            (id, certainty) -> {
              boolean so = outcome.scenario().cures().containsKey(id);
              String part = id + " " + certainty;
              (so ? parts : beyond).add(so ? part : "(" + part + ")");
            });
    parts.addAll(beyond);
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }
}
