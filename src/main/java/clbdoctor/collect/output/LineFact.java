package clbdoctor.collect.output;

import clbdoctor.fact.Observed;

/** A fact and the line of the text that shows it; lines count from 1. */
public record LineFact(Observed fact, int line) {}
