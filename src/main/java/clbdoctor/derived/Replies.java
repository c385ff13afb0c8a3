package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.CheckSource;
import clbdoctor.fact.Fact;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Neighbour;
import clbdoctor.fact.NeighbourState;
import clbdoctor.fact.NetworkInterface;
import clbdoctor.fact.ReplyDirection;
import clbdoctor.fact.ReplyEnd;
import clbdoctor.fact.ReplyRoute;
import clbdoctor.fact.ReversePathCheck;
import clbdoctor.fact.ReversePathRefusal;
import clbdoctor.fact.Route;
import clbdoctor.fact.RouteKind;
import clbdoctor.fact.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the server's replies to the check source go. What the kernel says for an address of it
 * counts most. The routing table is read only when nobody asked the kernel, and never for certain:
 * rules that choose among tables are not seen in it.
 */
final class Replies {
  /** Names that kernels, VPNs and container networks give to interfaces of the server's own. */
  private static final Pattern VIRTUAL =
      Pattern.compile(
          "(tailscale|wg|tun|tap|ppp|ipsec|docker|br-[0-9a-f]{12}|cni|cbr|flannel|cali|cilium|lxc|veth|vxlan|"
              + "virbr|podman|kube-|weave|zt|nebula|vEthernet).*");

  private Replies() {}

  static void derive(Situation situation, Conclusions conclusions) {
    List<IpNetwork> sources =
        situation.check().map(HealthCheck::sources).orElseGet(List::of).stream().toList();
    sources.forEach(
        source -> conclusions.add(new CheckSource(source), situation.check().orElseThrow()));
    List<ReplyRoute> asked =
        situation
            .facts()
            .list(ReplyRoute.class, r -> sources.isEmpty() || concerns(r.destination(), sources));
    refusals(situation, sources, conclusions);
    asked.forEach(route -> ofKernel(situation, route, sources, conclusions));
    for (IpNetwork source : sources) {
      if (asked.stream().noneMatch(r -> source.contains(r.destination()))
          && !ofOwnAddresses(situation, source, conclusions)) {
        ofTable(situation, source, conclusions);
      }
    }
  }

  private static void refusals(
      Situation situation, List<IpNetwork> sources, Conclusions conclusions) {
    Optional<String> own = situation.privateInterface().map(NetworkInterface::name);
    for (ReversePathCheck c : situation.facts().list(ReversePathCheck.class)) {
      if (!c.accepted() && concerns(c.source(), sources) && own.equals(Optional.of(c.device()))) {
        conclusions.add(new ReversePathRefusal(c.source(), c.device()), c);
      }
    }
  }

  private static boolean concerns(IpAddress address, List<IpNetwork> sources) {
    return sources.stream().anyMatch(source -> source.contains(address));
  }

  private static void ofKernel(
      Situation situation, ReplyRoute route, List<IpNetwork> sources, Conclusions conclusions) {
    List<Fact> premises = new ArrayList<>(List.of(route));
    ReplyEnd end = end(situation, route.kind(), route.device(), route.gateway(), premises);
    boolean forAll =
        end != ReplyEnd.VIRTUAL_INTERFACE
            || sources.stream().allMatch(source -> ledThere(situation, source, route));
    conclusions.add(
        new ReplyDirection(
            IpNetwork.of(route.destination()),
            end,
            !sources.isEmpty() && forAll && askedForReplies(situation, route)),
        premises);
  }

  /** Another source address shows that the kernel was asked about packets that are no replies. */
  private static boolean askedForReplies(Situation situation, ReplyRoute route) {
    return route.source().isEmpty()
        || situation.backEnd().map(BackEnd::privateAddress).equals(route.source())
        || situation.backEnd().isEmpty();
  }

  /** Whether a route of its own leads the whole block out of the same interface. */
  private static boolean ledThere(Situation situation, IpNetwork source, ReplyRoute asked) {
    return routesBy(situation, asked.device())
        .anyMatch(r -> !leadsElsewhereToo(r) && r.destination().contains(source));
  }

  private static Stream<Route> routesBy(Situation situation, Optional<String> device) {
    return situation.facts().of(Route.class).filter(r -> r.device().equals(device));
  }

  /** A default route, or one of the two halves that VPNs put in its place. */
  private static boolean leadsElsewhereToo(Route route) {
    return route.destination().prefixLength() <= 1;
  }

  /** The table "local" comes before all others, so an address in it is the server's own. */
  private static boolean ofOwnAddresses(
      Situation situation, IpNetwork source, Conclusions conclusions) {
    Optional<? extends Fact> own =
        situation
            .facts()
            .first(
                Route.class, r -> r.kind() == RouteKind.LOCAL && r.destination().contains(source));
    if (own.isEmpty() && source.single()) {
      own =
          situation
              .facts()
              .first(NetworkInterface.class, i -> i.addresses().contains(source.first()));
    }
    own.ifPresent(
        fact -> conclusions.add(new ReplyDirection(source, ReplyEnd.SERVER_ITSELF, true), fact));
    return own.isPresent();
  }

  private static void ofTable(Situation situation, IpNetwork source, Conclusions conclusions) {
    List<Route> routes = situation.facts().list(Route.class);
    if (!situation.surveyed(Subject.ROUTES) || routes.stream().anyMatch(Replies::ofPolicyTable)) {
      return;
    }
    Optional<Route> best =
        routes.stream()
            .filter(r -> r.kind() != RouteKind.LOCAL && r.destination().contains(source))
            .min(
                Comparator.comparingInt((Route r) -> -r.destination().prefixLength())
                    .thenComparingInt(r -> r.metric().orElse(0)));
    List<Fact> premises = new ArrayList<>(best.map(List::of).orElseGet(List::of));
    Optional<Route> inside =
        routes.stream()
            .filter(r -> source.contains(r.destination()) && virtual(situation, r.device()))
            .findFirst();
    ReplyEnd end =
        inside.isPresent()
            ? ReplyEnd.VIRTUAL_INTERFACE
            : best.map(r -> end(situation, r.kind(), r.device(), r.gateway(), premises))
                .orElse(ReplyEnd.NOWHERE);
    inside.ifPresent(premises::add);
    situation.check().ifPresent(premises::add);
    conclusions.add(new ReplyDirection(source, end, false), premises);
  }

  private static boolean ofPolicyTable(Route route) {
    return route.table().filter(t -> !List.of("main", "local", "default").contains(t)).isPresent();
  }

  private static ReplyEnd end(
      Situation situation,
      RouteKind kind,
      Optional<String> device,
      Optional<IpAddress> gateway,
      List<Fact> premises) {
    if (kind == RouteKind.LOCAL) {
      return ReplyEnd.SERVER_ITSELF;
    }
    if (kind != RouteKind.UNICAST) {
      return ReplyEnd.NOWHERE;
    }
    Optional<Neighbour> silent = gateway.flatMap(g -> silentNeighbour(situation, g));
    if (silent.isPresent()) {
      premises.add(silent.get());
      return ReplyEnd.SILENT_GATEWAY;
    }
    return byInterface(situation, device, premises);
  }

  private static ReplyEnd byInterface(
      Situation situation, Optional<String> device, List<Fact> premises) {
    Optional<NetworkInterface> own = situation.privateInterface();
    own.ifPresent(premises::add);
    if (device.isPresent() && own.map(NetworkInterface::name).equals(device)) {
      return ReplyEnd.SAME_INTERFACE;
    }
    if (virtual(situation, device)) {
      return ReplyEnd.VIRTUAL_INTERFACE;
    }
    return device.isPresent() && own.isPresent()
        ? ReplyEnd.OTHER_INTERFACE
        : ReplyEnd.UNKNOWN_INTERFACE;
  }

  /** An interface that also leads to the rest of the world is no network of the server's own. */
  private static boolean virtual(Situation situation, Optional<String> device) {
    return device.filter(name -> VIRTUAL.matcher(name).matches()).isPresent()
        && routesBy(situation, device).noneMatch(Replies::leadsElsewhereToo);
  }

  private static Optional<Neighbour> silentNeighbour(Situation situation, IpAddress gateway) {
    return situation
        .facts()
        .first(
            Neighbour.class,
            n ->
                n.address().equals(gateway)
                    && (n.state() == NeighbourState.FAILED
                        || n.state() == NeighbourState.INCOMPLETE));
  }
}
