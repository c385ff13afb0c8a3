package clbdoctor.fact;

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
        Optional<ProxyMode> proxyMode)
    implements Observed {
  @Override
  public String sentence() {
    return "the Kubernetes service has "
        + localEndpoints.map(n -> "" + n).orElse("?")
        + " local endpoints";
  }
}
