package clbdoctor.firewall.model;

/** Which packets a table sees. */
public enum TableFamily {
  IP,
  IP6,
  INET,
  NETDEV,
  BRIDGE,
  ARP
}
