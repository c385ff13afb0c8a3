/** What is seen live: probes and commands, run where the program runs. */
package clbdoctor.live;
