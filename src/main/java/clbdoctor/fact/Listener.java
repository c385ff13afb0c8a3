package clbdoctor.fact;

import java.util.Optional;

/** The load balancer's listener or forwarding rule. */
public record Listener(
    @About(value = "TCP, UDP, TCP_SSL, QUIC, HTTP or HTTPS", example = "HTTP")
        ListenerProtocol protocol,
    @About(
            value = "port on which clients reach the load balancer",
            example = "80",
            min = 1,
            max = 65535)
        Optional<Integer> port,
    @About(
            value = "what a layer-7 listener speaks to the real server: HTTP, HTTPS or GRPC",
            example = "HTTP")
        Optional<BackEndProtocol> backEndProtocol,
    @About(value = "IP version of the load balancer: IPV4 or IPV6", example = "IPV4")
        Optional<AddressFamily> addressFamily,
    @About(value = "the load balancer's virtual address (VIP)", example = "203.0.113.8")
        Optional<IpAddress> virtualAddress,
    @About(value = "id of the load balancer", example = "lb-a1b2c3d4")
        Optional<String> loadBalancerId,
    @About(value = "id of the listener", example = "lbl-a1b2c3d4") Optional<String> listenerId,
    @About(
            value =
                "whose load balancer it is, when not Tencent's: AWS, GCP, AZURE, ALIBABA, HUAWEI or OTHER",
            example = "TENCENT")
        Optional<CloudProvider> provider)
    implements Observed {

  /** Whether Tencent's parameter ranges apply. */
  public boolean tencent() {
    return provider.orElse(CloudProvider.TENCENT) == CloudProvider.TENCENT;
  }

  /** Whether its maker is known to show a real server of weight 0 as unhealthy. */
  public boolean showsWeightZeroUnhealthy() {
    return provider.equals(Optional.of(CloudProvider.HUAWEI))
        || provider.equals(Optional.of(CloudProvider.ALIBABA))
            && (protocol == ListenerProtocol.TCP || protocol == ListenerProtocol.UDP);
  }

  @Override
  public String sentence() {
    return "the listener speaks " + protocol;
  }
}
