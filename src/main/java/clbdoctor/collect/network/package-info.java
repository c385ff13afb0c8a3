/** Parsers of the tools that show interfaces, addresses and routes. */
package clbdoctor.collect.network;
