/**
 * What follows from observed facts by computation: which socket serves the load balancer, whether a
 * status is accepted, how far the check is proven to get. Uses only {@code fact} and {@code
 * firewall}; nothing here judges a cause.
 */
package clbdoctor.derived;
