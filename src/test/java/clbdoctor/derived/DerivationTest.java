package clbdoctor.derived;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.GivenFacts;
import clbdoctor.fact.AnswerTime;
import clbdoctor.fact.Binding;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.Derived;
import clbdoctor.fact.HttpAnswer;
import clbdoctor.fact.ParameterOutOfRange;
import clbdoctor.fact.Reach;
import clbdoctor.fact.SourceBan;
import clbdoctor.fact.Step;
import clbdoctor.fact.StepPassed;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.fact.Symptom;
import clbdoctor.fact.SymptomKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from observed facts, one computation after the other. */
class DerivationTest {

  /** Windows of the vendor's page: layer 4 is interval × (n − 1), layer 7 adds timeout × n. */
  @ParameterizedTest
  @CsvSource({
    "TCP,  2, 5, 3, 3, 10, 10, 15",
    "HTTP, 2, 5, 3, 3, 16, 16, 15",
    "PING, 2, 5, 3, 3, 10, 10, 15",
    "HTTP, 5, 6, 2, 3, 27, 16, 12",
    "TCP,  2, 2, 3, 3,  4,  4,  6"
  })
  void windows(
      CheckMethod method,
      int timeout,
      int interval,
      int healthy,
      int unhealthy,
      int fail,
      int recover,
      int detect) {
    String check =
        "healthCheck: { method: %s, timeoutSeconds: %d, intervalSeconds: %d,"
            + " healthyThreshold: %d, unhealthyThreshold: %d }";
    assertEquals(
        List.of(new CheckWindows(fail, recover, detect, false)),
        derived(
            CheckWindows.class, check.formatted(method, timeout, interval, healthy, unhealthy)));
  }

  @Test
  void windowsWithoutParametersAssumeTodaysDefaults() {
    assertEquals(
        List.of(new CheckWindows(16, 16, 15, true)),
        derived(CheckWindows.class, "healthCheck: { method: HTTP }"));
  }

  /** What ss and netstat show, against a back end at 10.0.0.10 or fd00::10. */
  @ParameterizedTest
  @CsvSource({
    "10.0.0.10, 10.0.0.10, '',                LOAD_BALANCER",
    "10.0.0.10, 0.0.0.0,   '',                LOAD_BALANCER",
    "10.0.0.10, 127.0.0.1, '',                LOOPBACK",
    "10.0.0.10, ::1,       '',                LOOPBACK",
    "10.0.0.10, 192.0.2.9, '',                OTHER_ADDRESS",
    "10.0.0.10, ::,        ', ipv6Only: false', LOAD_BALANCER",
    "10.0.0.10, ::,        ', ipv6Only: true',  OTHER_FAMILY",
    "10.0.0.10, ::,        '',                UNDECIDED",
    "10.0.0.10, fd00::10,  '',                OTHER_FAMILY",
    "fd00::10,  ::,        ', ipv6Only: true',  LOAD_BALANCER",
    "fd00::10,  0.0.0.0,   '',                OTHER_FAMILY"
  })
  void bindings(String privateAddress, String listensAt, String ipv6Only, Reach reach) {
    String given =
        "backEnd: { privateAddress: \"%s\", port: 80 }\n"
            + "sockets: [ { protocol: TCP, address: \"%s\", port: 80%s } ]";
    assertEquals(
        List.of(reach),
        derived(Binding.class, given.formatted(privateAddress, listensAt, ipv6Only)).stream()
            .map(Binding::reach)
            .toList());
  }

  @Test
  void aUdpSocketDoesNotServeATcpCheck() {
    List<Binding> bindings =
        derived(
            Binding.class,
            """
            backEnd: { privateAddress: 10.0.0.10, port: 80 }
            sockets: [ { protocol: UDP, address: 0.0.0.0, port: 80 } ]
            """);
    assertEquals(List.of(false), bindings.stream().map(Binding::onCheckedPort).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timeoutSeconds: 1       | TIMEOUT is 1 s, allowed is 2-60 s",
        "timeoutSeconds: 61      | TIMEOUT is 61 s, allowed is 2-60 s",
        "intervalSeconds: 301    | INTERVAL is 301 s, allowed is 2-300 s",
        "healthyThreshold: 1     | HEALTHY_THRESHOLD is 1, allowed is 2-10",
        "unhealthyThreshold: 11  | UNHEALTHY_THRESHOLD is 11, allowed is 2-10",
        "domain: '*.example.com' | DOMAIN is *.example.com, allowed is a fixed name of up to 80 of a-z 0-9 . -, no wildcard",
      })
  void parametersOutOfRange(String parameter, String says) {
    List<ParameterOutOfRange> found =
        derived(ParameterOutOfRange.class, "healthCheck: { method: HTTP, " + parameter + " }");
    assertEquals(List.of(says), found.stream().map(ParameterOutOfRange::sentence).toList());
  }

  @ParameterizedTest
  @CsvSource({"2, IPV4, 0", "2, IPV6, 1", "5, IPV6, 0"})
  void theShortestIntervalDependsOnTheIpVersion(int interval, String family, int problems) {
    String given =
        "listener: { protocol: TCP, addressFamily: %s }\n"
            + "healthCheck: { method: TCP, intervalSeconds: %d }";
    assertEquals(
        problems, derived(ParameterOutOfRange.class, given.formatted(family, interval)).size());
  }

  @ParameterizedTest
  @CsvSource({
    "TCP, IPV4, HTTP, 0", "TCP, IPV6, HTTP, 1", "TCP, IPV4, PING, 1", "UDP, IPV4, PING, 0",
    "UDP, IPV6, UDP_PORT, 1", "TCP_SSL, IPV4, HTTP, 0", "HTTP, IPV4, HTTPS, 1",
        "HTTPS, IPV4, HTTPS, 0"
  })
  void theMethodMustFitTheListener(String protocol, String family, String method, int problems) {
    String given = "listener: { protocol: %s, addressFamily: %s }\nhealthCheck: { method: %s }";
    assertEquals(
        problems,
        derived(ParameterOutOfRange.class, given.formatted(protocol, family, method)).size());
  }

  @Test
  void otherVendorsHaveOtherRanges() {
    String given =
        "listener: { protocol: HTTP, provider: AWS }\nhealthCheck: { method: HTTP, timeoutSeconds: 120 }";
    assertEquals(List.of(), derived(ParameterOutOfRange.class, given));
  }

  @Test
  void aProbeFromTheServerToItselfProvesOnlyThatAProgramAccepts() {
    String probe = "probes: [ { from: %s, method: CONNECT, outcome: CONNECTED } ]";
    assertEquals(List.of(Step.CONNECTION_ACCEPTED), steps(probe.formatted("SERVER_TO_PRIVATE")));
    assertEquals(List.of(), steps(probe.formatted("SERVER_TO_LOOPBACK")));
    assertEquals(
        List.of(
            Step.SERVER_REACHED,
            Step.FIREWALL_PASSED,
            Step.CONNECTION_ACCEPTED,
            Step.REPLY_DELIVERED),
        steps(probe.formatted("CHECK_SOURCE")));
  }

  @Test
  void aSynCheckDoesNotCareAboutAStatus() {
    String given =
        "healthCheck: { method: %s, acceptedStatus: 2xx }\n"
            + "probes: [ { from: PEER, method: HTTP, outcome: ANSWERED, status: 404 } ]";
    assertEquals(List.of(), symptoms(given.formatted("TCP")));
    assertEquals(List.of(SymptomKind.STATUS), symptoms(given.formatted("HTTP")));
  }

  @Test
  void aProbeOfAnotherPortSaysNothingAboutTheCheck() {
    String given =
        """
        backEnd: { privateAddress: 10.0.0.10, port: 80 }
        probes: [ { from: PEER, method: CONNECT, outcome: REFUSED, port: 8080 } ]
        """;
    assertEquals(List.of(), symptoms(given));
  }

  @Test
  void anAnswerIsComparedWithTheRequestOfTheCheck() {
    String given =
        """
        healthCheck: { method: HTTP, path: /hc, domain: a.example, timeoutSeconds: 2 }
        probes:
          - { from: PEER, method: HTTP, outcome: ANSWERED, status: 404, latencyMillis: 3000 }
          - { from: PEER, method: HTTP, outcome: ANSWERED, status: 200, path: /other }
        """;
    List<HttpAnswer> answers = derived(HttpAnswer.class, given);
    assertEquals(List.of(true, false), answers.stream().map(HttpAnswer::sameRequest).toList());
    assertEquals(List.of(false, true), answers.stream().map(HttpAnswer::otherPath).toList());
    assertEquals(
        List.of(true), derived(AnswerTime.class, given).stream().map(AnswerTime::late).toList());
    assertEquals(List.of(SymptomKind.STATUS, SymptomKind.SLOW), symptoms(given));
  }

  @Test
  void aBanCountsWhenItCoversTheCheckSource() {
    String given =
        """
        healthCheck: { method: TCP, sources: [100.64.0.0/10] }
        securitySoftware: [ { product: fail2ban, bannedSources: [100.64.3.7, 203.0.113.9, 100.0.0.0/8] } ]
        """;
    assertEquals(
        List.of("100.64.3.7 false", "100.0.0.0/8 true"),
        derived(SourceBan.class, given).stream()
            .map(ban -> ban.banned() + " " + ban.wholeSource())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'{ subject: SOCKETS }', true",
    "'{ subject: SOCKETS, protocol: TCP }', true",
    "'{ subject: SOCKETS, protocol: TCP, port: 80 }', true",
    "'{ subject: SOCKETS, protocol: UDP }', false",
    "'{ subject: SOCKETS, protocol: TCP, port: 8080 }', false"
  })
  void aLimitedLookCountsForTheCheckedPort(String survey, boolean enough) {
    String given = "backEnd: { privateAddress: 10.0.0.10, port: 80 }\nsurveys: [ " + survey + " ]";
    assertEquals(
        enough,
        derived(Surveyed.class, given).stream().anyMatch(s -> s.subject() == Subject.SOCKETS));
  }

  private static List<Step> steps(String given) {
    return derived(StepPassed.class, given).stream().map(StepPassed::step).toList();
  }

  private static List<SymptomKind> symptoms(String given) {
    return derived(Symptom.class, given).stream().map(Symptom::kind).toList();
  }

  private static <T extends Derived> List<T> derived(Class<T> type, String given) {
    return Derivation.complete(GivenFacts.of(given)).of(type).toList();
  }
}
