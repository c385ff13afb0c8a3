package clbdoctor.fact;

/** How kube-proxy forwards. */
public enum ProxyMode {
  /** iptables rules. */
  IPTABLES,
  /** IPVS; binds the load balancer's address to kube-ipvs0. */
  IPVS,
  /** nftables rules. */
  NFTABLES,
  /** Windows. */
  KERNELSPACE
}
