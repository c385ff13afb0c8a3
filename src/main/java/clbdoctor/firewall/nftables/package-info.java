/** Reads what {@code nft list ruleset} shows; the rooms above use it to build a host's firewall. */
package clbdoctor.firewall.nftables;
