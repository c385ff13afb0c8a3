package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AccessDenial;
import clbdoctor.fact.DeniedAccess;
import clbdoctor.fact.DeniedAction;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Selinux;
import clbdoctor.fact.SelinuxMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which denied accesses the check may feel. */
final class Denials {
  private Denials() {}

  static void derive(Situation situation, Conclusions conclusions) {
    Optional<Selinux> selinux = situation.facts().first(Selinux.class);
    for (AccessDenial denial : situation.facts().list(AccessDenial.class)) {
      action(situation, denial)
          .filter(action -> enforced(denial, selinux).orElse(true))
          .ifPresent(
              action ->
                  conclusions.add(
                      new DeniedAccess(
                          denial.program(), action, enforced(denial, selinux).isPresent()),
                      premises(denial, selinux)));
    }
  }

  private static Optional<DeniedAction> action(Situation situation, AccessDenial denial) {
    return switch (denial.permission()) {
      case "name_bind", "bind" ->
          denial.port().isPresent() && denial.port().equals(situation.checkedPort())
              ? Optional.of(DeniedAction.LISTEN)
              : Optional.empty();
      case "name_connect", "connect" -> Optional.of(DeniedAction.CONNECT);
      case "read", "open", "getattr", "search" -> Optional.of(DeniedAction.READ);
      default -> Optional.empty();
    };
  }

  /** What the denial says, or else the mode of SELinux. */
  private static Optional<Boolean> enforced(AccessDenial denial, Optional<Selinux> selinux) {
    return denial.enforced().or(() -> selinux.map(s -> s.mode() == SelinuxMode.ENFORCING));
  }

  private static List<Fact> premises(AccessDenial denial, Optional<Selinux> selinux) {
    List<Fact> premises = new ArrayList<>(List.of(denial));
    selinux.ifPresent(premises::add);
    return premises;
  }
}
