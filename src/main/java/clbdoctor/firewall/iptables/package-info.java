/**
 * Reads what iptables, ip6tables and ipset show; the rooms above use it to build a host's firewall.
 */
package clbdoctor.firewall.iptables;
