package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckedPort;
import clbdoctor.fact.KubernetesService;
import clbdoctor.fact.NodeHealthPort;

/** Whether the check asks the port on which a Kubernetes node tells its health. */
final class NodeHealthPorts {
  private NodeHealthPorts() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(KubernetesService.class)
        .filter(service -> service.healthCheckNodePort().isPresent())
        .forEach(service -> compare(situation, service, conclusions));
  }

  private static void compare(
      Situation situation, KubernetesService service, Conclusions conclusions) {
    int port = service.healthCheckNodePort().get();
    situation
        .facts()
        .of(CheckedPort.class)
        .forEach(
            checked ->
                conclusions.add(
                    new NodeHealthPort(port, checked.port() == port), service, checked));
  }
}
