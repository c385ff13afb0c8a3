package clbdoctor.firewall.model;

/**
 * A piece of input that could not be read, which leaves every verdict open.
 *
 * @param line where it is, from 1
 * @param text the piece
 * @param why what is wrong with it
 */
public record Unread(int line, String text, String why) {}
