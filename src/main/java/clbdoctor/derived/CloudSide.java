package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.DefaultAllow;
import clbdoctor.fact.DefaultAllowEffect;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Instance;
import clbdoctor.fact.KubernetesService;
import clbdoctor.fact.Listener;
import clbdoctor.fact.LoadBalancer;
import clbdoctor.fact.NodeHealthPort;
import clbdoctor.fact.SourceSwitch;
import clbdoctor.fact.TargetAddress;
import clbdoctor.fact.TargetPlacement;
import clbdoctor.fact.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from the settings of the load balancer and the virtual machine. */
final class CloudSide {
  /** Servers that Tencent's default allow does not reach. */
  private static final List<TargetPlacement> OUTSIDE =
      List.of(TargetPlacement.OTHER_REGION, TargetPlacement.ON_PREMISES);

  /** A minute for the switch to be carried out and for the clock of whoever noted it. */
  private static final int SWITCH_TOLERANCE_SECONDS = 60;

  private CloudSide() {}

  static void derive(Situation situation, Conclusions conclusions) {
    defaultAllow(situation, conclusions);
    for (LoadBalancer balancer : situation.facts().list(LoadBalancer.class)) {
      sourceSwitch(situation, balancer, conclusions);
    }
    for (KubernetesService service : situation.facts().list(KubernetesService.class)) {
      if (!service.clusterWide()) {
        healthPort(situation, service, conclusions);
      }
    }
    situation.backEnd().ifPresent(backEnd -> address(situation, backEnd, conclusions));
  }

  private static void defaultAllow(Situation situation, Conclusions conclusions) {
    Optional<LoadBalancer> balancer = situation.facts().first(LoadBalancer.class);
    Optional<Listener> listener = situation.listener();
    List<Fact> premises = new ArrayList<>();
    balancer.ifPresent(premises::add);
    listener.ifPresent(premises::add);
    effect(balancer, listener)
        .ifPresent(effect -> conclusions.add(new DefaultAllow(effect), premises));
  }

  private static Optional<DefaultAllowEffect> effect(
      Optional<LoadBalancer> balancer, Optional<Listener> listener) {
    if (listener.isPresent() && !listener.get().tencent()) {
      return Optional.of(DefaultAllowEffect.NONE);
    }
    boolean ipv6 =
        listener.flatMap(Listener::addressFamily).equals(Optional.of(AddressFamily.IPV6));
    Optional<Boolean> on =
        balancer
            .flatMap(LoadBalancer::defaultAllow)
            .or(() -> ipv6 ? Optional.of(true) : Optional.empty());
    if (on.equals(Optional.of(false))) {
      return Optional.of(DefaultAllowEffect.OFF);
    }
    return on.isEmpty()
        ? Optional.empty()
        : balancer
            .flatMap(LoadBalancer::targetPlacement)
            .map(
                placement ->
                    OUTSIDE.contains(placement)
                        ? DefaultAllowEffect.INEFFECTIVE
                        : DefaultAllowEffect.EFFECTIVE);
  }

  private static void sourceSwitch(
      Situation situation, LoadBalancer balancer, Conclusions conclusions) {
    if (balancer.checkSource().isEmpty()
        || balancer.formerCheckSource().isEmpty()
        || balancer.checkSource().equals(balancer.formerCheckSource())) {
      return;
    }
    Optional<TargetState> state = situation.facts().first(TargetState.class);
    List<Fact> premises = new ArrayList<>(List.of(balancer));
    state.ifPresent(premises::add);
    conclusions.add(
        new SourceSwitch(
            balancer.formerCheckSource().get(),
            balancer.checkSource().get(),
            shortlyBefore(situation, balancer, state),
            balancer.everyTargetUnhealthy()),
        premises);
  }

  private static boolean shortlyBefore(
      Situation situation, LoadBalancer balancer, Optional<TargetState> state) {
    Optional<Integer> since = state.flatMap(TargetState::sinceSeconds);
    if (since.isEmpty() || balancer.checkSourceSwitchedSeconds().isEmpty()) {
      return false;
    }
    int window =
        situation.facts().first(CheckWindows.class).map(CheckWindows::failSeconds).orElse(0);
    int between = balancer.checkSourceSwitchedSeconds().get() - since.get();
    return between >= 0 && between <= window + SWITCH_TOLERANCE_SECONDS;
  }

  private static void healthPort(
      Situation situation, KubernetesService service, Conclusions conclusions) {
    if (service.healthCheckNodePort().isPresent() && situation.checkedPort().isPresent()) {
      List<Fact> premises = new ArrayList<>(List.of(service));
      premises.addAll(situation.settings());
      int port = service.healthCheckNodePort().get();
      conclusions.add(new NodeHealthPort(port, port == situation.checkedPort().get()), premises);
    }
  }

  private static void address(Situation situation, BackEnd backEnd, Conclusions conclusions) {
    for (Instance instance : situation.facts().list(Instance.class)) {
      instance
          .privateAddress()
          .ifPresent(
              actual ->
                  conclusions.add(
                      new TargetAddress(backEnd.privateAddress(), actual), backEnd, instance));
    }
  }
}
