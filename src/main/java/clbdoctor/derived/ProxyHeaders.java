package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.ForwardedAs;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.ProxyHeader;
import clbdoctor.fact.Service;

/** What the load balancer sends beside the check: its protocol, and its PROXY header. */
final class ProxyHeaders {
  private ProxyHeaders() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .listener()
        .ifPresent(
            listener ->
                listener
                    .backEndProtocol()
                    .ifPresent(protocol -> conclusions.add(new ForwardedAs(protocol), listener)));
    situation
        .check()
        .filter(check -> check.sendsProxyProtocol().isPresent())
        .ifPresent(check -> derive(situation, check, conclusions));
  }

  private static void derive(Situation situation, HealthCheck check, Conclusions conclusions) {
    for (Service service : situation.facts().list(Service.class)) {
      service
          .expectsProxyProtocol()
          .ifPresent(
              expected ->
                  conclusions.add(
                      new ProxyHeader(check.sendsProxyProtocol().get(), expected), check, service));
    }
  }
}
