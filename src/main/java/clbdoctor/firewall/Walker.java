package clbdoctor.firewall;

import java.util.ArrayList;
import java.util.List;

/**
 * What a walk through chains needs besides the chains.
 *
 * @param refused collects the denied flows that get an answer
 * @param lifting whether denials are noted and then passed over
 */
record Walker(
    Expressions expressions,
    Conditions conditions,
    Doubts doubts,
    Trace trace,
    Translation translation,
    List<Refused> refused,
    boolean lifting,
    Leg leg,
    Effort effort) {

  static Walker start(
      Expressions expressions,
      Conditions conditions,
      Doubts doubts,
      Trace trace,
      Translation translation,
      boolean lifting) {
    List<Refused> refused = new ArrayList<>();
    return new Walker(
        expressions,
        conditions,
        doubts,
        trace,
        translation,
        refused,
        lifting,
        Leg.REQUEST,
        new Effort());
  }

  Walker on(Leg next) {
    return new Walker(
        expressions, conditions, doubts, trace, translation, refused, lifting, next, effort);
  }

  /** For a packet whose own fate is noted apart. */
  Walker aside(Trace apart) {
    return new Walker(
        expressions,
        conditions,
        doubts,
        apart,
        translation,
        new ArrayList<>(),
        false,
        Leg.REPLY,
        effort);
  }
}
