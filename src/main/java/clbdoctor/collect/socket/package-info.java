/** Parsers of the tools that list sockets: ss, netstat, lsof, Get-NetTCPConnection. */
package clbdoctor.collect.socket;
