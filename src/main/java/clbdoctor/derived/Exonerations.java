package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.FailingAnswer;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HttpAnswer;
import clbdoctor.fact.StatusNotToBlame;
import clbdoctor.fact.StatusSet;
import clbdoctor.fact.Vantage;
import java.util.Optional;

/**
 * When the HTTP status cannot be why the check fails: the check looks at none, it accepts every
 * one, or its own request gets an accepted one and never another.
 */
final class Exonerations {
  private Exonerations() {}

  static void derive(Situation situation, Conclusions conclusions) {
    Optional<HealthCheck> indifferent = situation.check().filter(Exonerations::indifferent);
    if (indifferent.isPresent()) {
      conclusions.add(new StatusNotToBlame(true, true), indifferent.get());
      return;
    }
    if (situation.facts().has(FailingAnswer.class)) {
      return;
    }
    for (HttpAnswer a : situation.facts().list(HttpAnswer.class)) {
      if (a.sameRequest() && a.accepted() && a.from() != Vantage.SERVER_TO_LOOPBACK) {
        conclusions.add(new StatusNotToBlame(false, a.from() == Vantage.CHECK_SOURCE), a);
      }
    }
  }

  private static boolean indifferent(HealthCheck check) {
    return check.http()
        ? check.acceptedStatus().filter(StatusSet::acceptsEverything).isPresent()
        : check.method() != CheckMethod.GRPC;
  }
}
