package clbdoctor.fact;

/** How the cloud account pays for public bandwidth. */
public enum AccountType {
  /** By IP or load balancer. */
  STANDARD,
  /** By virtual machine: a real server of a public load balancer needs bandwidth of its own. */
  TRADITIONAL
}
