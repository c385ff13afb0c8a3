/**
 * A diagnosis as text for a person and as a tree for machines. It may use {@code fact}, {@code
 * diagnosis} and {@code text}.
 */
package clbdoctor.report;
