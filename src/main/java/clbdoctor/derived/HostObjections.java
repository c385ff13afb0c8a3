package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.FailingAnswer;
import clbdoctor.fact.HostObjection;
import clbdoctor.fact.Redirect;
import clbdoctor.fact.RedirectKind;
import clbdoctor.fact.RequestComplaint;
import clbdoctor.fact.RequestComplaintKind;

/** Where the server itself says that the Host of the check is not the right one. */
final class HostObjections {
  private static final int MISDIRECTED = 421;

  private HostObjections() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(RequestComplaint.class)
        .filter(c -> c.kind() == RequestComplaintKind.UNKNOWN_HOST && c.ofCheck())
        .forEach(complaint -> conclusions.add(new HostObjection(true), complaint));
    situation
        .facts()
        .of(FailingAnswer.class)
        .filter(answer -> answer.status() == MISDIRECTED)
        .forEach(answer -> conclusions.add(new HostObjection(false), answer));
    situation
        .facts()
        .of(Redirect.class)
        .filter(redirect -> redirect.kind() == RedirectKind.OTHER_HOST)
        .forEach(redirect -> conclusions.add(new HostObjection(false), redirect));
  }
}
