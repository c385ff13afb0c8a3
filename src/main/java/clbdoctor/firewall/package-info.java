/**
 * The exact firewall verdict: what a host's rulesets do to the packets of a health check, as the
 * kernel would. Every room may use it; it uses {@code clbdoctor.fact} and nothing else.
 */
package clbdoctor.firewall;
