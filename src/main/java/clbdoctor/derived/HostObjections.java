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
    for (RequestComplaint complaint : situation.facts().list(RequestComplaint.class)) {
      if (complaint.kind() == RequestComplaintKind.UNKNOWN_HOST && complaint.ofCheck()) {
        conclusions.add(new HostObjection(true), complaint);
      }
    }
    for (FailingAnswer answer : situation.facts().list(FailingAnswer.class)) {
      if (answer.status() == MISDIRECTED) {
        conclusions.add(new HostObjection(false), answer);
      }
    }
    for (Redirect redirect : situation.facts().list(Redirect.class)) {
      if (redirect.kind() == RedirectKind.OTHER_HOST) {
        conclusions.add(new HostObjection(false), redirect);
      }
    }
  }
}
