package clbdoctor.collect.output;

/** A line that gave no fact because it was not understood, and why; lines count from 1. */
public record UnreadLine(int line, String text, String reason) {}
