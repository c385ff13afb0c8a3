/** Parsers of the tools that show services, processes and containers. */
package clbdoctor.collect.service;
