package clbdoctor.firewall.model;

import java.util.List;

/**
 * What makes a chain a base chain.
 *
 * @param type {@code filter}, {@code nat} or {@code route}
 * @param devices the interfaces of an ingress or egress chain
 * @param accepts the policy: whether a packet that no rule decides goes on
 * @param line the line that sets the policy
 */
public record BaseHook(
    String type, Hook hook, int priority, List<String> devices, boolean accepts, int line) {

  public BaseHook {
    devices = List.copyOf(devices);
  }

  public boolean nat() {
    return type.equals("nat");
  }
}
