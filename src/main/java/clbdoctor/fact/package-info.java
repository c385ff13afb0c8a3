/**
 * What somebody saw: one immutable record per kind of observation, and the records that follow from
 * them by computation. Every room may use this one; it uses nothing but {@code java.base}.
 */
package clbdoctor.fact;
