package clbdoctor.fact;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A look at a part of the situation that missed nothing within its limits: what is of this kind,
 * lies within them and is not among the facts was not there. A limit that is left out does not
 * limit. {@code ss -ltn} is a survey of the TCP sockets; {@code ss -ltn | grep :80} one of TCP port
 * 80, and so is its empty output. Whatever may have been cut, filtered in another way or not
 * understood makes no survey: unknown is not absent.
 */
public record Survey(
    @About(value = "section of the fact file that was looked at", example = "SOCKETS")
        Subject subject,
    @About(value = "only sockets of this protocol: TCP or UDP", example = "TCP")
        Optional<TransportProtocol> protocol,
    @About(value = "only this port", example = "80", min = 1, max = 65535) Optional<Integer> port,
    @About(value = "only entries of this name: kernel parameter, product, pool", example = "nginx")
        Optional<String> name)
    implements Observed {

  /** A survey without limits. */
  public static Survey of(Subject subject) {
    return new Survey(subject, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A survey of the entries with this name. */
  public static Survey of(Subject subject, String name) {
    return new Survey(subject, Optional.empty(), Optional.empty(), Optional.of(name));
  }

  /** A survey of the listening sockets of a protocol; of one port when it is given. */
  public static Survey ofSockets(TransportProtocol protocol, Optional<Integer> port) {
    return new Survey(Subject.SOCKETS, Optional.of(protocol), port, Optional.empty());
  }

  /** Whether a listening socket of this protocol and port could not have been missed. */
  public boolean coversSocket(TransportProtocol wanted, int wantedPort) {
    return subject == Subject.SOCKETS
        && name.isEmpty()
        && protocol.map(wanted::equals).orElse(true)
        && port.map(p -> p == wantedPort).orElse(true);
  }

  /** Whether an entry of this name could not have been missed. */
  public boolean coversName(Subject wanted, String wantedName) {
    return subject == wanted
        && protocol.isEmpty()
        && port.isEmpty()
        && name.map(wantedName::equals).orElse(true);
  }

  /** The subjects that these surveys together leave nothing of unseen. */
  public static Set<Subject> complete(Collection<Survey> surveys) {
    Set<Subject> complete = EnumSet.noneOf(Subject.class);
    surveys.stream()
        .filter(s -> s.protocol.isEmpty() && s.port.isEmpty() && s.name.isEmpty())
        .forEach(s -> complete.add(s.subject));
    boolean everyProtocol =
        Arrays.stream(TransportProtocol.values())
            .map(p -> ofSockets(p, Optional.empty()))
            .allMatch(wanted -> surveys.stream().anyMatch(s -> Objects.equals(s, wanted)));
    if (everyProtocol) {
      complete.add(Subject.SOCKETS);
    }
    return complete;
  }

  @Override
  public String sentence() {
    return "somebody looked at all of "
        + subject.key()
        + protocol.map(p -> ", " + p).orElse("")
        + port.map(p -> ", port " + p).orElse("")
        + name.map(n -> ", " + n).orElse("");
  }
}
