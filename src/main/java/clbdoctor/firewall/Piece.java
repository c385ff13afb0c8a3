package clbdoctor.firewall;

import clbdoctor.firewall.model.RangeSet;

/** The value of an expression for some of a flow's sources. */
record Piece(RangeSet sources, Value value) {}
