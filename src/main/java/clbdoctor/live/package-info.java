/**
 * Looks at the server it runs on: a plan of read-only commands, made from what the host is and what
 * is asked for; the run of it, all at once, each with a time limit; and what came of it, ready to
 * be written as a fact file. The only room that starts processes or opens sockets. It may use
 * {@code fact}, {@code collect} and {@code text}.
 */
package clbdoctor.live;
