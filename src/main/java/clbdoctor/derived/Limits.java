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
    for (ListeningSocket socket : situation.facts().list(ListeningSocket.class)) {
      if (onCheckedPort(situation, socket)
          && socket.waiting().isPresent()
          && socket.backlog().isPresent()) {
        conclusions.add(new AcceptQueue(socket.waiting().get(), socket.backlog().get()), socket);
      }
    }
    for (FileDescriptors used : situation.facts().list(FileDescriptors.class)) {
      if (used.limit() > 0 && ofService(situation, used)) {
        conclusions.add(new ServiceDescriptors((int) (used.open() * 100 / used.limit())), used);
      }
    }
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
                .any(
                    ListeningSocket.class,
                    s -> onCheckedPort(situation, s) && s.pid().equals(used.pid()));
    return sameProcess
        || used.process()
            .flatMap(
                process ->
                    situation
                        .facts()
                        .first(Service.class)
                        .flatMap(service -> ServicePrograms.owns(service, process)))
            .orElse(false);
  }
}
