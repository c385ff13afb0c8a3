package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.SecuritySoftware;
import clbdoctor.fact.SourceBan;

/** Which bans concern the check source. */
final class Bans {
  private Bans() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.check().ifPresent(check -> derive(situation, check, conclusions));
  }

  private static void derive(Situation situation, HealthCheck check, Conclusions conclusions) {
    situation
        .facts()
        .of(SecuritySoftware.class)
        .forEach(
            software -> {
              for (IpNetwork banned : software.bannedSources()) {
                if (check.sources().stream().anyMatch(banned::overlaps)) {
                  boolean whole = check.sources().stream().allMatch(banned::contains);
                  conclusions.add(
                      new SourceBan(software.product(), banned, whole), software, check);
                }
              }
            });
  }
}
