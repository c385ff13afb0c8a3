package clbdoctor.yaml;

import clbdoctor.diagnosis.Action;
import clbdoctor.diagnosis.Fix;
import clbdoctor.diagnosis.Observation;
import clbdoctor.diagnosis.Values;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Subject;
import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import clbdoctor.yaml.RuleForms.ActionForm;
import clbdoctor.yaml.RuleForms.FitsForm;
import clbdoctor.yaml.RuleForms.FixForm;
import clbdoctor.yaml.RuleForms.ObservationForm;
import clbdoctor.yaml.RuleForms.WayForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What people do: fixes and ways to look, whose commands have placeholders. */
final class ProcedureReader {
  private final RuleTextFile file;
  private final List<Problem> found;

  /** A reader of one file; what is wrong goes to {@code found}. */
  ProcedureReader(RuleTextFile file, List<Problem> found) {
    this.file = file;
    this.found = found;
  }

  Fix fix(FixForm form) {
    List<Fix.Way> ways = new ArrayList<>();
    for (int i = 0; i < form.ways().size(); i++) {
      WayForm way = form.ways().get(i);
      ways.add(
          new Fix.Way(
              way.on().map(ProcedureReader::fits).orElse(Fix.Fits.ALL),
              actions(i, "steps", way.steps()),
              actions(i, "verify", way.verify()),
              actions(i, "rollback", way.rollback())));
    }
    return new Fix(file.id(), form.says(), form.precondition(), form.risk(), ways);
  }

  private static Fix.Fits fits(FitsForm on) {
    return new Fix.Fits(
        on.os(), on.firewall(), on.software(), on.initSystem(), on.rulesRead().orElse(false));
  }

  private List<Action> actions(int way, String key, List<ActionForm> forms) {
    for (int i = 0; i < forms.size(); i++) {
      int at = i;
      Stream.concat(Stream.of(forms.get(i).says()), forms.get(i).command().stream())
          .forEach(template -> placeholders(template, "ways", way, key, at));
    }
    return forms.stream().map(form -> new Action(form.says(), form.command())).toList();
  }

  Observation observation(Subject subject, ObservationForm form) {
    form.linux().forEach(command -> placeholders(command, "linux"));
    form.windows().forEach(command -> placeholders(command, "windows"));
    return new Observation(
        subject,
        form.says(),
        form.cost(),
        Map.of(OperatingSystem.LINUX, form.linux(), OperatingSystem.WINDOWS, form.windows()));
  }

  private void placeholders(String template, Object... path) {
    Values.firstUnknownPlaceholder(template)
        .ifPresent(
            unknown ->
                found.add(
                    file.problem(
                        Code.UNKNOWN_PLACEHOLDER,
                        unknown
                            + " in \""
                            + template
                            + "\" stands for nothing; write {section.component}, {checkedPort}, "
                            + "{checkSource}, {checkSourceAddress}, {transport} or {opening.apply}",
                        path)));
  }
}
