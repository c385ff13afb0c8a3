package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HealthPage;
import clbdoctor.fact.Service;
import java.util.Optional;

/** Whether the check asks for the page that the program offers for it. */
final class HealthPages {
  private HealthPages() {}

  static void derive(Situation situation, Conclusions conclusions) {
    Optional<String> asked = situation.check().filter(HealthCheck::http).flatMap(HealthCheck::path);
    for (Service service : situation.facts().list(Service.class)) {
      if (asked.isPresent() && service.healthPath().isPresent()) {
        conclusions.add(
            new HealthPage(service.healthPath().get(), service.healthPath().equals(asked)),
            service,
            situation.check().get());
      }
    }
  }
}
