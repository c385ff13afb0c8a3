package clbdoctor.fact;

import java.util.List;
import java.util.Optional;

/** The Kubernetes service behind the port, seen from this node. */
public record KubernetesService(
    @About(value = "CLUSTER or LOCAL", example = "LOCAL")
        Optional<TrafficPolicy> externalTrafficPolicy,
    @About(
            value = "port on which kube-proxy tells its health",
            example = "31234",
            min = 1,
            max = 65535)
        Optional<Integer> healthCheckNodePort,
    @About(value = "ready pods on this node", example = "1", min = 0)
        Optional<Integer> localEndpoints,
    @About(value = "IPTABLES, IPVS, NFTABLES or KERNELSPACE", example = "IPTABLES")
        Optional<ProxyMode> proxyMode,
    @About(value = "all node ports of the service", example = "[30080]") List<Integer> nodePorts,
    @About(
            value = "true when its pods answer through the service inside the cluster",
            example = "true")
        Optional<Boolean> answersInCluster)
    implements Observed {

  public KubernetesService {
    nodePorts = List.copyOf(nodePorts);
  }

  /** Whether the pods are known to answer inside the cluster. */
  public boolean worksInCluster() {
    return answersInCluster.orElse(false);
  }

  /** Whether nodes are known to forward the port to pods. */
  public boolean forwards(int port) {
    return nodePorts.contains(port);
  }

  /** Whether nodes may forward the port to pods, and so without a listening socket. */
  public boolean mayForward(int port) {
    return nodePorts.isEmpty() ? !healthCheckNodePort.equals(Optional.of(port)) : forwards(port);
  }

  /** Traffic from outside is known to go only to pods on the node it arrives at. */
  public boolean localOnly() {
    return externalTrafficPolicy.equals(Optional.of(TrafficPolicy.LOCAL));
  }

  /** Traffic from outside is known to go to pods on any node. */
  public boolean clusterWide() {
    return externalTrafficPolicy.equals(Optional.of(TrafficPolicy.CLUSTER));
  }

  public boolean withoutLocalEndpoint() {
    return localEndpoints.equals(Optional.of(0));
  }

  public boolean withLocalEndpoint() {
    return localEndpoints.isPresent() && !withoutLocalEndpoint();
  }

  @Override
  public String sentence() {
    return "the Kubernetes service has "
        + localEndpoints.map(n -> "" + n).orElse("?")
        + " local endpoints";
  }
}
