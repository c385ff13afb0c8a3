/**
 * Probes as a load balancer makes them: a plan that can be shown before anything is sent, and its
 * sending.
 */
package clbdoctor.live.probe;
