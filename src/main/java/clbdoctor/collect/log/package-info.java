/** Parsers of log lines: access logs of web servers, their error logs, ban lists, denials. */
package clbdoctor.collect.log;
