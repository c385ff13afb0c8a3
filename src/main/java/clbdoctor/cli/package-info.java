/** One class a command; the only room that prints, reads options and ends the program. */
package clbdoctor.cli;
