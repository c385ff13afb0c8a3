package clbdoctor.firewall.model;

import java.util.List;

/**
 * An ipset.
 *
 * @param type for instance {@code hash:ip,port} or {@code list:set}
 * @param elements what is in it
 * @param members the sets that a {@code list:set} names
 */
public record Ipset(String name, String type, Elements elements, List<String> members) {

  public Ipset {
    members = List.copyOf(members);
  }
}
