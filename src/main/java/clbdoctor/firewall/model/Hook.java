package clbdoctor.firewall.model;

/** Where in the kernel's path a base chain stands. */
public enum Hook {
  INGRESS,
  PREROUTING,
  INPUT,
  FORWARD,
  OUTPUT,
  POSTROUTING,
  EGRESS
}
