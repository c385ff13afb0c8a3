/** Parsers of the tools that show how busy and how full the server is. */
package clbdoctor.collect.host;
