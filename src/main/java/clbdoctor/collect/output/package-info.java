/**
 * Text that a command printed, cut into blocks of one command each, and what a parser makes of a
 * block. The parsers of the single tools stand in the packages below.
 */
package clbdoctor.collect.output;
