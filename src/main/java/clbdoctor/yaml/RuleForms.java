package clbdoctor.yaml;

import clbdoctor.diagnosis.Risk;
import clbdoctor.fact.About;
import clbdoctor.fact.FirewallTool;
import clbdoctor.fact.InitSystem;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.ServerSoftware;
import clbdoctor.fact.SymptomKind;
import java.util.List;
import java.util.Optional;

/** The forms of the YAML files of a rule folder, as their authors fill them in. */
final class RuleForms {
  private RuleForms() {}

  /** {@code rules/6-service/no-listener.yaml}. */
  record CauseForm(
      @About(
              value = "the cause in one sentence, without a full stop",
              example = "Nothing listens on the checked port")
          String title,
      @About(
              value =
                  "what it means for an operator and why the check fails, two or three sentences",
              example = "The kernel refuses every connection to a port without a listener.")
          String meaning,
      @About(value = "the symptoms it brings about", example = "REFUSED")
          List<SymptomKind> explains,
      @About(value = "ids of the procedures that cure it, in order", example = "start-service")
          List<String> fixes,
      @About(value = "at least three examples", example = "") List<CaseForm> cases) {}

  /** An example beside a cause. */
  record CaseForm(
      @About(value = "what the example shows", example = "nobody looked") String name,
      @About(value = "sections of a fact file", example = "sockets: []") Node given,
      @About(value = "every cause that is named, with its certainty", example = "{}") Node expect,
      @About(value = "the same facts with one difference each", example = "")
          List<VariantForm> but) {}

  /** An example told by what differs from another. */
  record VariantForm(
      @About(value = "the difference, after \"but\"", example = "nobody looked at the sockets")
          String name,
      @About(
              value = "further entries of lists, other values of single sections",
              example = "load: { cpuBusyPercent: 60 }")
          Optional<Node> with,
      @About(value = "sections in place of those of the same key", example = "sockets: []")
          Optional<Node> instead,
      @About(value = "sections nobody looked at", example = "sockets") List<String> unknown,
      @About(value = "every cause that is named; when left out, nothing changes", example = "{}")
          Optional<Node> expect) {}

  /** A page that a site lays over a shipped one: only what it changes. */
  record CauseChange(
      Optional<String> title,
      Optional<String> meaning,
      List<SymptomKind> explains,
      List<String> fixes,
      List<CaseForm> cases,
      @About(value = "what a site writes differently in the rules", example = "")
          List<ChangeForm> changes) {}

  /** A piece of a rule, and what stands there instead. */
  record ChangeForm(
      @About(
              value = "the name of the rule; may be left out when the piece stands once",
              example = "")
          Optional<String> rule,
      @About(value = "a piece of the rule as it stands there", example = "value >= 90")
          String instead,
      @About(value = "what stands there instead", example = "value >= 80") String write) {}

  /** {@code rules/fixes/start-service.yaml}. */
  record FixForm(
      @About(value = "what the procedure achieves, one sentence", example = "Start the service")
          String says,
      @About(value = "what must hold before the first step", example = "You may restart it.")
          String precondition,
      @About(value = "what may go wrong on the way", example = "LOW") Risk risk,
      @About(value = "the procedure for each kind of server", example = "") List<WayForm> ways) {}

  /** A procedure for one kind of server. */
  record WayForm(
      @About(value = "the servers it is for; without it, all", example = "") Optional<FitsForm> on,
      @About(value = "what to do", example = "") List<ActionForm> steps,
      @About(value = "how to see that it worked", example = "") List<ActionForm> verify,
      @About(value = "how to put everything back", example = "") List<ActionForm> rollback) {}

  /** A kind of server. */
  record FitsForm(
      Optional<OperatingSystem> os,
      Optional<FirewallTool> firewall,
      Optional<ServerSoftware> software,
      Optional<InitSystem> initSystem,
      @About(
              value =
                  "true: for a packet filter that was read, whose change {opening.apply} is computed",
              example = "true")
          Optional<Boolean> rulesRead) {}

  /** One thing to do. */
  record ActionForm(
      @About(value = "what is done, in words", example = "Start it") String says,
      @About(value = "the exact command", example = "systemctl start {service.name}")
          Optional<String> command) {}

  /** {@code rules/observations/sockets.yaml}. */
  record ObservationForm(
      @About(value = "what to look at, one phrase", example = "Which program listens") String says,
      @About(
              value = "time, privilege and risk: 1 a look, 9 an outage",
              example = "1",
              min = 1,
              max = 9)
          int cost,
      @About(value = "commands on Linux", example = "ss -ltnpe") List<String> linux,
      @About(value = "commands on Windows", example = "netstat -ano") List<String> windows) {}
}
