package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CipherSuites;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.TlsServer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Whether check and server have a cipher suite in common, where both lists are known and written in
 * the same notation: OpenSSL's ({@code ECDHE-RSA-AES128-GCM-SHA256}) or IANA's ({@code
 * TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256}).
 */
final class Ciphers {
  private Ciphers() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .check()
        .filter(check -> !check.cipherSuites().isEmpty())
        .ifPresent(
            check ->
                situation
                    .facts()
                    .of(TlsServer.class)
                    .filter(server -> !server.cipherSuites().isEmpty())
                    .forEach(server -> compare(check, server, conclusions)));
  }

  private static void compare(HealthCheck check, TlsServer server, Conclusions conclusions) {
    List<String> offered = upperCase(check.cipherSuites());
    List<String> accepted = upperCase(server.cipherSuites());
    boolean shared = !Collections.disjoint(offered, accepted);
    if (shared || iana(offered) && iana(accepted) || openssl(offered) && openssl(accepted)) {
      conclusions.add(new CipherSuites(shared), check, server);
    }
  }

  private static List<String> upperCase(List<String> suites) {
    return suites.stream().map(suite -> suite.strip().toUpperCase(Locale.ROOT)).toList();
  }

  private static boolean iana(List<String> suites) {
    return suites.stream().allMatch(suite -> suite.startsWith("TLS_"));
  }

  /** The suites of TLS 1.3 have the same name in both. */
  private static boolean openssl(List<String> suites) {
    return suites.stream().allMatch(suite -> !suite.contains("_WITH_"));
  }
}
