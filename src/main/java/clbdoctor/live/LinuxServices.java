package clbdoctor.live;

import static clbdoctor.fact.Subject.*;

import clbdoctor.fact.FileDescriptors;
import clbdoctor.fact.Service;
import clbdoctor.fact.ServiceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to look at of the service, of container engines and of Kubernetes on Linux. */
final class LinuxServices {
  private final Host host;
  private final Target target;
  private final PlanBuilder plan;

  private LinuxServices(Host host, Target target, PlanBuilder plan) {
    this.host = host;
    this.target = target;
    this.plan = plan;
  }

  static void add(Host host, Target target, PlanBuilder plan) {
    LinuxServices services = new LinuxServices(host, target, plan);
    services.service();
    services.limits();
    services.containers();
    services.kubernetes();
  }

  /** The unit that is to answer; without one, the process that does. */
  private void service() {
    Optional<String> unit =
        target
            .service()
            .or(() -> target.owner().flatMap(PortOwner::unit))
            .filter(u -> host.systemd());
    if (unit.isPresent()) {
      plan.look(
          Look.of("systemctl status --no-pager -n 0 " + unit.get(), SERVICE).answeringWith(3));
    } else {
      target.owner().filter(owner -> target.service().isEmpty()).ifPresent(this::process);
    }
  }

  private void process(PortOwner owner) {
    plan.read(
        new Service(
            owner.name(),
            ServiceState.RUNNING,
            Optional.empty(),
            Optional.empty(),
            owner.runningSeconds()));
  }

  private void limits() {
    target
        .owner()
        .flatMap(LinuxServices::descriptors)
        .ifPresent(
            descriptors -> {
              plan.read(descriptors);
              plan.whole(FILE_DESCRIPTORS);
            });
    List<String> files = target.owner().map(PortOwner::limitFiles).orElse(List.of());
    if (!files.isEmpty()) {
      List<String> words = new ArrayList<>(List.of("grep", "-H", ""));
      words.addAll(files);
      plan.look(Look.of(words, CONTROL_GROUPS));
      plan.whole(CONTROL_GROUPS);
    } else if (target.owner().isPresent()) {
      plan.none(CONTROL_GROUPS, "the service is in no control group of its own");
    }
  }

  private static Optional<FileDescriptors> descriptors(PortOwner owner) {
    return owner
        .openFiles()
        .flatMap(
            open ->
                owner
                    .openFilesLimit()
                    .map(
                        limit ->
                            new FileDescriptors(
                                Optional.of(owner.name()), Optional.of(owner.pid()), open, limit)));
  }

  private void containers() {
    boolean docker = host.hasPath("/run/docker.sock") || host.runs("dockerd");
    boolean others =
        host.has("podman")
            || host.hasPath("/run/containerd/containerd.sock")
            || host.hasPath("/run/crio/crio.sock");
    if (docker && host.has("docker")) {
      plan.look(Look.of("docker ps -a", CONTAINERS, CONTAINER_STATES));
      plan.whole(CONTAINER_STATES);
    }
    if (host.has("podman")) {
      plan.look(Look.of("podman ps -a", CONTAINERS, CONTAINER_STATES));
      plan.whole(CONTAINER_STATES);
    }
    if (!docker && !others) {
      plan.none(CONTAINERS, "no container engine runs");
      plan.none(CONTAINER_STATES, "no container engine runs");
    }
  }

  private void kubernetes() {
    if (!host.hasPath("/var/lib/kubelet") && !host.hasPath("/var/lib/rancher")) {
      plan.none(KUBERNETES_SERVICE, "this is no node of a Kubernetes cluster");
      plan.none(NETWORK_POLICIES, "this is no node of a Kubernetes cluster");
    }
  }
}
