package clbdoctor.fact;

/** Where on the way of a packet a packet filter judges it. */
public enum FilterHook {
  /** As it arrives on the interface: netdev chains of nftables, programs of XDP and tc. */
  INGRESS,

  /** Before it is known whether the packet is for the server itself: tables raw and mangle. */
  PREROUTING,

  /** On the way to a program of the server. */
  INPUT,

  /** On the way through the server, to a container or virtual machine. */
  FORWARD,

  /** The answer, as it leaves its program. */
  OUTPUT,

  /** The answer or the forwarded packet, as it leaves the server. */
  POSTROUTING
}
