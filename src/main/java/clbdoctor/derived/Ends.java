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
    for (Service service : situation.facts().list(Service.class)) {
      ended(situation, service, conclusions);
    }
    if (situation.mayCheckBy(CheckMethod.HTTP, CheckMethod.HTTPS)) {
      for (HttpAnswer answer : situation.facts().list(HttpAnswer.class)) {
        if (answer.serverError() && answer.sameRequest() && !answer.accepted()) {
          conclusions.add(new ServiceFailure(false, answer.notAccepted()), answer);
        }
      }
    }
    for (LogComplaint complaint : situation.facts().list(LogComplaint.class)) {
      if (complaint.tellsWhy()) {
        conclusions.add(
            new ReasonToEnd(
                complaint.about() + " is in a log", complaint.about() != Complaint.PROGRAM_KILLED),
            complaint);
      }
    }
    for (AccessDenial denial : situation.facts().list(AccessDenial.class)) {
      conclusions.add(new ReasonToEnd(denial.sentence(), ofService(situation, denial)), denial);
    }
    reason(Dependency.class, dependency -> !dependency.available(), situation, conclusions);
    reason(FileDescriptors.class, FileDescriptors::usedUp, situation, conclusions);
    reason(FileSystem.class, FileSystem::full, situation, conclusions);
    for (Memory memory : situation.facts().list(Memory.class)) {
      if (memory.outOfMemoryKills().orElse(0) > 0) {
        conclusions.add(new ReasonToEnd("memory ran out", true), memory);
      }
    }
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

  private static boolean ofService(Situation situation, AccessDenial denial) {
    return situation
        .facts()
        .any(Service.class, s -> ServicePrograms.owns(s, denial.program()).orElse(false));
  }

  private static boolean crashWouldShow(Situation situation) {
    return situation.surveyed(Subject.LOGS)
        || situation
            .facts()
            .any(Platform.class, platform -> platform.os() == OperatingSystem.LINUX);
  }

  private static <T extends Observed> void reason(
      Class<T> type, Predicate<T> scarce, Situation situation, Conclusions conclusions) {
    for (T fact : situation.facts().list(type)) {
      if (scarce.test(fact)) {
        conclusions.add(new ReasonToEnd(fact.sentence(), true), fact);
      }
    }
  }
}
