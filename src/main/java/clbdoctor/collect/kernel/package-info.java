/** Parsers of what the kernel tells: parameters, counters, messages. */
package clbdoctor.collect.kernel;
