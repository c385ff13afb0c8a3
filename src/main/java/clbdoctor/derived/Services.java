package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Fact;
import clbdoctor.fact.ListeningSocket;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.MemoryKill;
import clbdoctor.fact.PortHolder;
import clbdoctor.fact.ProcessStatus;
import clbdoctor.fact.Service;
import clbdoctor.fact.ServiceAge;
import clbdoctor.fact.ServiceProcess;
import clbdoctor.fact.ServiceRun;
import clbdoctor.fact.ServiceState;
import clbdoctor.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sockets, processes and logs of the server say about the service. */
final class Services {
  private static final Phrase KILLING = Phrase.of("kill(?:ed)? process|oom-kill|oom killer");

  /** {@code Out of memory: Killed process 812 (java)}, {@code oom-kill:...,task=java,pid=812}. */
  private static final Pattern KILLED =
      Pattern.compile("[Kk]ill(?:ed)? process \\d+,? \\(([^)]+)\\)|oom-kill:.*task=([^,]+),");

  /** {@code nginx.service: Failed with result 'oom-kill'}. */
  private static final Pattern UNIT_KILLED =
      Pattern.compile("([\\w@.-]+)\\.service: .*(?:oom-kill|OOM killer)");

  private Services() {}

  static void derive(Situation situation, Conclusions conclusions) {
    processes(situation, conclusions);
    situation
        .facts()
        .first(Service.class)
        .ifPresent(
            service -> {
              holders(situation, service, conclusions);
              kills(situation, service, conclusions);
              run(service, conclusions);
            });
  }

  private static void holders(Situation situation, Service service, Conclusions conclusions) {
    for (ListeningSocket socket : situation.facts().list(ListeningSocket.class)) {
      if (socket.protocol() == situation.transport() && socket.process().isPresent()) {
        String process = socket.process().get();
        boolean checked = situation.checkedPort().equals(Optional.of(socket.port()));
        ServicePrograms.owns(service, process)
            .ifPresent(
                own ->
                    conclusions.add(
                        new PortHolder(process, socket.port(), checked, own), socket, service));
      }
    }
  }

  /** By the process id of the socket on the checked port, or by name. */
  private static void processes(Situation situation, Conclusions conclusions) {
    for (ProcessStatus process : situation.facts().list(ProcessStatus.class)) {
      if (process.state().isPresent()) {
        List<Fact> premises = new ArrayList<>(List.of(process));
        situation
            .facts()
            .of(ListeningSocket.class)
            .filter(socket -> situation.checkedPort().equals(Optional.of(socket.port())))
            .filter(s -> s.pid().isPresent() && s.pid().equals(process.pid()))
            .forEach(premises::add);
        situation
            .facts()
            .of(Service.class)
            .filter(s -> ServicePrograms.owns(s, process.name()).orElse(false))
            .forEach(premises::add);
        if (premises.size() > 1) {
          conclusions.add(new ServiceProcess(process.name(), process.state().get()), premises);
        }
      }
    }
  }

  private static void kills(Situation situation, Service service, Conclusions conclusions) {
    for (LogLine line : situation.facts().list(LogLine.class)) {
      if (KILLING.in(situation.line(line))) {
        killed(line.text())
            .filter(process -> ServicePrograms.owns(service, process).orElse(false))
            .ifPresent(process -> conclusions.add(new MemoryKill(process), line, service));
      }
    }
  }

  private static Optional<String> killed(String text) {
    Matcher process = KILLED.matcher(text);
    if (process.find()) {
      return Optional.of(process.group(1) != null ? process.group(1) : process.group(2));
    }
    Matcher unit = UNIT_KILLED.matcher(text);
    return unit.find() ? Optional.of(unit.group(1)) : Optional.empty();
  }

  private static void run(Service service, Conclusions conclusions) {
    service
        .runningSeconds()
        .filter(seconds -> service.state() == ServiceState.RUNNING)
        .ifPresent(seconds -> conclusions.add(new ServiceAge(seconds), service));
    if (service.runningSeconds().isPresent() && service.restarts().isPresent()) {
      conclusions.add(
          new ServiceRun(service.runningSeconds().get(), service.restarts().get()), service);
    }
  }
}
