/** Parsers of the tools that test a port: curl, wget, telnet, nc, ping, Test-NetConnection. */
package clbdoctor.collect.probe;
