package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AcceptQueue;
import clbdoctor.fact.FileDescriptors;
import clbdoctor.fact.ListeningSocket;
import clbdoctor.fact.Service;
import clbdoctor.fact.ServiceDescriptors;
import clbdoctor.fact.TransportProtocol;
import java.util.Optional;

/** How much of its limits the service uses. */
final class Limits {
  private Limits() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(ListeningSocket.class)
        .filter(socket -> onCheckedPort(situation, socket))
        .filter(socket -> socket.waiting().isPresent() && socket.backlog().isPresent())
        .forEach(
            socket ->
                conclusions.add(
                    new AcceptQueue(socket.waiting().get(), socket.backlog().get()), socket));
    situation
        .facts()
        .of(FileDescriptors.class)
        .filter(used -> used.limit() > 0 && ofService(situation, used))
        .forEach(
            used ->
                conclusions.add(
                    new ServiceDescriptors((int) (used.open() * 100 / used.limit())), used));
  }

  private static boolean onCheckedPort(Situation situation, ListeningSocket socket) {
    return socket.protocol() == TransportProtocol.TCP
        && situation.checkedPort().equals(Optional.of(socket.port()));
  }

  /** By the process id of the listening socket, or by name. */
  private static boolean ofService(Situation situation, FileDescriptors used) {
    boolean sameProcess =
        used.pid().isPresent()
            && situation
                .facts()
                .of(ListeningSocket.class)
                .anyMatch(s -> onCheckedPort(situation, s) && s.pid().equals(used.pid()));
    return sameProcess
        || used.process()
            .flatMap(
                process ->
                    situation
                        .facts()
                        .of(Service.class)
                        .findFirst()
                        .flatMap(service -> ServicePrograms.owns(service, process)))
            .orElse(false);
  }
}
