/** Recognises what firewall tools print and keeps it whole, to be judged elsewhere. */
package clbdoctor.collect.firewall;
