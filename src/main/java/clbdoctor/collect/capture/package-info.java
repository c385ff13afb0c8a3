/** What a packet capture shows of the health check. */
package clbdoctor.collect.capture;
