package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AccessDenial;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.Complaint;
import clbdoctor.fact.Dependency;
import clbdoctor.fact.EndedByItself;
import clbdoctor.fact.Fact;
import clbdoctor.fact.FileDescriptors;
import clbdoctor.fact.FileSystem;
import clbdoctor.fact.HttpAnswer;
import clbdoctor.fact.LogComplaint;
import clbdoctor.fact.Memory;
import clbdoctor.fact.Observed;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Platform;
import clbdoctor.fact.ReasonToEnd;
import clbdoctor.fact.Service;
import clbdoctor.fact.ServiceFailure;
import clbdoctor.fact.ServiceState;
import clbdoctor.fact.StoppedBySomebody;
import clbdoctor.fact.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether the service ended by itself, and what it may have wanted for. */
final class Ends {
  private Ends() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.facts().of(Service.class).forEach(s -> ended(situation, s, conclusions));
    situation
        .facts()
        .of(HttpAnswer.class)
        .filter(a -> situation.mayCheckBy(CheckMethod.HTTP, CheckMethod.HTTPS))
        .filter(a -> a.serverError() && a.sameRequest() && !a.accepted())
        .forEach(
            answer -> conclusions.add(new ServiceFailure(false, answer.notAccepted()), answer));
    situation
        .facts()
        .of(LogComplaint.class)
        .filter(LogComplaint::tellsWhy)
        .forEach(
            complaint ->
                conclusions.add(
                    new ReasonToEnd(
                        complaint.about() + " is in a log",
                        complaint.about() != Complaint.PROGRAM_KILLED),
                    complaint));
    reason(AccessDenial.class, denial -> true, situation, conclusions);
    reason(Dependency.class, dependency -> !dependency.available(), situation, conclusions);
    reason(FileDescriptors.class, FileDescriptors::usedUp, situation, conclusions);
    reason(FileSystem.class, FileSystem::full, situation, conclusions);
    situation
        .facts()
        .of(Memory.class)
        .filter(memory -> memory.outOfMemoryKills().orElse(0) > 0)
        .forEach(m -> conclusions.add(new ReasonToEnd("memory ran out", true), m));
  }

  private static void ended(Situation situation, Service service, Conclusions conclusions) {
    List<Fact> premises = new ArrayList<>(List.of(service));
    if (service.state() == ServiceState.STOPPED) {
      situation
          .facts()
          .of(LogComplaint.class)
          .filter(complaint -> complaint.about() == Complaint.PROGRAM_ENDED)
          .forEach(premises::add);
    }
    boolean failed =
        service.state() == ServiceState.FAILED || service.state() == ServiceState.RESTARTING;
    if (failed || premises.size() > 1) {
      conclusions.add(new EndedByItself(service.name()), premises);
      conclusions.add(new ServiceFailure(true, true), premises);
    } else if (service.state() == ServiceState.STOPPED && crashWouldShow(situation)) {
      conclusions.add(new StoppedBySomebody(service.name()), premises);
    }
  }

  private static boolean crashWouldShow(Situation situation) {
    return situation.surveyed(Subject.LOGS)
        || situation
            .facts()
            .of(Platform.class)
            .anyMatch(platform -> platform.os() == OperatingSystem.LINUX);
  }

  private static <T extends Observed> void reason(
      Class<T> type, Predicate<T> scarce, Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(type)
        .filter(scarce)
        .forEach(fact -> conclusions.add(new ReasonToEnd(fact.sentence(), true), fact));
  }
}
