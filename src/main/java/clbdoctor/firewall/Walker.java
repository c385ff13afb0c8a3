package clbdoctor.firewall;

/** What a walk through chains needs besides the chains. */
record Walker(
    Expressions expressions,
    Conditions conditions,
    Doubts doubts,
    Trace trace,
    Translation translation,
    boolean lifting,
    Leg leg) {

  Walker on(Leg next) {
    return new Walker(expressions, conditions, doubts, trace, translation, lifting, next);
  }
}
