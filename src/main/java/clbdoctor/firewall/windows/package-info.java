/**
 * Windows Defender Firewall: reads what netsh shows and judges a check by it. Every room may use
 * it.
 */
package clbdoctor.firewall.windows;
