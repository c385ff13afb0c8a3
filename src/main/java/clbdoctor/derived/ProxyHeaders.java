package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.ProxyHeader;
import clbdoctor.fact.Service;

/** Whether both sides agree about the PROXY protocol, where both are known. */
final class ProxyHeaders {
  private ProxyHeaders() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .check()
        .filter(check -> check.sendsProxyProtocol().isPresent())
        .ifPresent(check -> derive(situation, check, conclusions));
  }

  private static void derive(Situation situation, HealthCheck check, Conclusions conclusions) {
    situation
        .facts()
        .of(Service.class)
        .forEach(
            service ->
                service
                    .expectsProxyProtocol()
                    .ifPresent(
                        expected ->
                            conclusions.add(
                                new ProxyHeader(check.sendsProxyProtocol().get(), expected),
                                check,
                                service)));
  }
}
