/**
 * What the server and a prober see, gathered by commands and probes; the one way from a command's
 * output to facts, whether it was pasted or caught live.
 */
package clbdoctor.collect;
