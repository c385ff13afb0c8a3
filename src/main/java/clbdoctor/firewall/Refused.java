package clbdoctor.firewall;

/** A denied flow whose prober is to be told. */
record Refused(Flow flow, Denial denial) {}
