package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Acceptance;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.GrpcAnswer;
import clbdoctor.fact.GrpcCodes;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Vantage;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Whether the check accepts a gRPC code: one, several with commas, or a range. */
final class GrpcAnswers {
  /** Tencent and AWS count "unimplemented" as alive when nobody sets anything. */
  private static final int DEFAULT = 12;

  /** Unauthenticated is the last of the codes. */
  private static final int HIGHEST = 16;

  private GrpcAnswers() {}

  static void derive(Situation situation, Conclusions conclusions) {
    Optional<HealthCheck> check = situation.check().filter(c -> c.method() == CheckMethod.GRPC);
    if (check.isEmpty()) {
      return;
    }
    possible(check.get())
        .ifPresent(possible -> conclusions.add(new GrpcCodes(possible), check.get()));
    situation.probes().stream()
        .filter(probe -> probe.grpcStatus().isPresent())
        .filter(probe -> probe.from() != Vantage.SERVER_TO_LOOPBACK)
        .forEach(
            probe -> {
              int status = probe.grpcStatus().get();
              conclusions.add(
                  new GrpcAnswer(status, probe.from(), acceptance(check.get(), status)),
                  probe,
                  check.get());
            });
  }

  /** Some consoles take the accepted codes of gRPC in the field of the HTTP statuses. */
  private static Optional<Boolean> possible(HealthCheck check) {
    return check
        .acceptedGrpcStatus()
        .map(set -> possible(code -> accepts(set, code)))
        .or(() -> check.acceptedStatus().map(set -> possible(set::accepts)));
  }

  private static boolean possible(IntPredicate accepted) {
    return IntStream.rangeClosed(0, HIGHEST).anyMatch(accepted);
  }

  private static Acceptance acceptance(HealthCheck check, int status) {
    return check
        .acceptedGrpcStatus()
        .map(set -> accepts(set, status) ? Acceptance.ACCEPTED : Acceptance.NOT_ACCEPTED)
        .orElse(status == DEFAULT ? Acceptance.ACCEPTED : Acceptance.UNKNOWN);
  }

  private static boolean accepts(String set, int status) {
    return Arrays.stream(set.split("[ ,]+")).anyMatch(part -> within(part, status));
  }

  private static boolean within(String part, int status) {
    if (!part.matches("\\d{1,3}(-\\d{1,3})?")) {
      return false;
    }
    String[] ends = part.split("-");
    return Integer.parseInt(ends[0]) <= status && status <= Integer.parseInt(ends[ends.length - 1]);
  }
}
