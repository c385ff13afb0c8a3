/**
 * A host's packet filter as data: tables, chains, rules, statements, conditions, sets, in
 * netfilter's own terms and alike for every tool. The rooms below {@code clbdoctor.firewall} use
 * it.
 */
package clbdoctor.firewall.model;
