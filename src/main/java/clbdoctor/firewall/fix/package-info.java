/**
 * The narrowest change for each rule that denies a check, in the tool that owns the rule, with its
 * inverse. Every room may use it.
 */
package clbdoctor.firewall.fix;
