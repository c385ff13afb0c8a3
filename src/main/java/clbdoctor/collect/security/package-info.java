/** Parsers of security software: fail2ban, SELinux, TCP wrappers. */
package clbdoctor.collect.security;
