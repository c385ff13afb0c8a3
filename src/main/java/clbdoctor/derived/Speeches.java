package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CloudProvider;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Speech;
import clbdoctor.fact.Spoken;
import clbdoctor.fact.TlsFailure;
import clbdoctor.fact.TlsFailureKind;
import clbdoctor.fact.TlsServer;
import clbdoctor.fact.Vantage;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the checked port speaks, as its answers to tests show. */
final class Speeches {
  /** Servers answer 400 in plain HTTP also where they expect TLS. */
  private static final int BAD_REQUEST = 400;

  private static final Pattern NOT_TLS =
      Pattern.compile(
          "(?i).*(wrong version number|packet length too long|record layer failure"
              + "|record overflow|record_too_long|unknown protocol|first record does not look"
              + "|not an? (ssl|tls)|unrecognized ssl message|plaintext connection"
              + "|token supplied to the function is invalid|sec_e_invalid_token).*");
  private static final Pattern NOT_TRUSTED =
      Pattern.compile(
          "(?i).*(certificate (verify failed|has expired|is not yet valid|signed by unknown)"
              + "|self[- ]signed|unable to get local issuer|verification failed"
              + "|hostname mismatch|does not match|no alternative certificate"
              + "|untrusted|unable to verify|sec_e_untrusted_root|sec_e_wrong_principal).*");
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i).*(alert|handshake[ _]failure|unrecognized[ _]name|certificate required"
              + "|bad certificate|insufficient security|sec_e_illegal_message).*");
  private static final Pattern OTHER_PROTOCOL =
      Pattern.compile(
          "(?is)(SSH-|\\+PONG|\\+OK|-ERR|-NOAUTH|-DENIED|220[ -]|\\* OK|RFB |AMQP|\\{\"?INFO|INFO \\{"
              + "|SMB|@RSYNCD|VERSION |ERROR\\r?$|E\\\\x00|.{1,24}mysql_native"
              + "|.{1,24}caching_sha2|.{1,24}is not allowed to connect|.{1,24}MariaDB).*");
  private static final Pattern HTTP_2 =
      Pattern.compile("(?s)(\\\\x00\\\\x00.{1,4}\\\\x04\\\\x00|PRI \\* HTTP/2).*");
  private static final Pattern TLS_RECORD = Pattern.compile("(?s)\\\\x1[56]\\\\x03.*");
  private static final Pattern LIKE_HTTP =
      Pattern.compile("(?is)\\s*(HTTP/|HTTP\\b|<!doctype html|<html|ICY \\d|content-).*");

  private Speeches() {}

  static void derive(Situation situation, Conclusions conclusions) {
    for (TlsServer server : situation.facts().list(TlsServer.class)) {
      ofServer(situation, server, conclusions);
    }
    situation.probes().stream()
        .forEach(
            probe -> {
              speech(probe).ifPresent(s -> conclusions.add(new Spoken(s, probe.from()), probe));
              if (probe.outcome() == ProbeOutcome.TLS_FAILED) {
                conclusions.add(new TlsFailure(failure(probe), probe.from()), probe);
              }
            });
    if (situation.check().map(check -> check.method() == CheckMethod.HTTP).orElse(false)) {
      answeredChecks(situation)
          .forEach(line -> conclusions.add(new Spoken(Speech.HTTP, Vantage.CHECK_SOURCE), line));
    }
  }

  private static Stream<LogLine> answeredChecks(Situation situation) {
    return situation
        .facts()
        .of(LogLine.class)
        .filter(line -> line.log() == LogKind.ACCESS && line.writtenForCheck())
        .filter(line -> line.status().filter(status -> status != BAD_REQUEST).isPresent());
  }

  /** Azure's application gateway verifies certificates; of other checks it is not known. */
  private static void ofServer(Situation situation, TlsServer server, Conclusions conclusions) {
    conclusions.add(new Spoken(Speech.TLS, Vantage.PEER), server);
    boolean verifies = situation.provider().filter(p -> p == CloudProvider.AZURE).isPresent();
    if (verifies && server.verifyError().isPresent()) {
      conclusions.add(
          new TlsFailure(TlsFailureKind.CERTIFICATE_NOT_TRUSTED, Vantage.CHECK_SOURCE), server);
    }
  }

  private static Optional<Speech> speech(Probe probe) {
    boolean tls = probe.method() == ProbeMethod.HTTPS || probe.method() == ProbeMethod.TLS;
    return switch (probe.outcome()) {
      case ANSWERED -> tls ? Optional.of(Speech.TLS) : answeredPlainly(probe).map(s -> Speech.HTTP);
      case TLS_FAILED ->
          failure(probe) == TlsFailureKind.REFUSED_BY_SERVER
                  || failure(probe) == TlsFailureKind.CERTIFICATE_NOT_TRUSTED
              ? Optional.of(Speech.TLS)
              : Optional.empty();
      case MALFORMED -> tls ? Optional.empty() : probe.answer().flatMap(Speeches::byBytes);
      case CONNECTED, CONNECTED_SILENT, CLOSED_AT_ONCE -> probe.answer().flatMap(Speeches::byBytes);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> answeredPlainly(Probe probe) {
    return probe.status().filter(s -> probe.method() == ProbeMethod.HTTP && s != BAD_REQUEST);
  }

  private static Optional<Speech> byBytes(String answer) {
    if (TLS_RECORD.matcher(answer).matches()) {
      return Optional.of(Speech.TLS);
    }
    if (HTTP_2.matcher(answer).matches()) {
      return Optional.of(Speech.HTTP_2);
    }
    if (LIKE_HTTP.matcher(answer).matches()) {
      return Optional.of(Speech.BROKEN_HTTP);
    }
    return OTHER_PROTOCOL.matcher(answer).matches() ? Optional.of(Speech.OTHER) : Optional.empty();
  }

  private static TlsFailureKind failure(Probe probe) {
    String error = probe.tlsError().orElse("");
    if (NOT_TLS.matcher(error).matches()) {
      return TlsFailureKind.NOT_TLS;
    }
    if (NOT_TRUSTED.matcher(error).matches()) {
      return TlsFailureKind.CERTIFICATE_NOT_TRUSTED;
    }
    return REFUSED.matcher(error).matches()
        ? TlsFailureKind.REFUSED_BY_SERVER
        : TlsFailureKind.UNKNOWN;
  }
}
