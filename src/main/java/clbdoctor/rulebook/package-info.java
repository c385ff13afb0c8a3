/**
 * Reads, checks and runs the rules of a rule folder; the only room that sees Drools. It may use
 * {@code fact}, {@code diagnosis} and {@code text}.
 */
package clbdoctor.rulebook;
