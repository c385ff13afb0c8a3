package clbdoctor.collect.probe;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code grpcurl -plaintext 10.0.0.10:80 grpc.health.v1.Health/Check}, <a
 * href="https://github.com/fullstorydev/grpcurl">fullstorydev/grpcurl</a>: a message when the code
 * is 0, else the code by name.
 *
 * <pre>
 * ERROR:
 *   Code: Unimplemented
 *   Message: unknown service grpc.health.v1.Health
 * </pre>
 *
 * <pre>
 * Failed to dial target host "10.0.0.10:80": dial tcp 10.0.0.10:80: connect: connection refused
 * </pre>
 *
 * Of the codes, the caller's own side makes Canceled, DeadlineExceeded and Unavailable up when no
 * answer comes: these prove nothing.
 */
public final class GrpcurlParser implements OutputParser {

  /**
   * In the order of their numbers, <a href="https://grpc.io/docs/guides/status-codes/">0 to 16</a>.
   */
  private static final List<String> CODES =
      List.of(
          "OK",
          "Canceled",
          "Unknown",
          "InvalidArgument",
          "DeadlineExceeded",
          "NotFound",
          "AlreadyExists",
          "PermissionDenied",
          "ResourceExhausted",
          "FailedPrecondition",
          "Aborted",
          "OutOfRange",
          "Unimplemented",
          "Internal",
          "Unavailable",
          "DataLoss",
          "Unauthenticated");

  private static final List<String> OF_THE_CALLER =
      List.of("Canceled", "DeadlineExceeded", "Unavailable");

  private static final String VALUED =
      "-d -H -import-path -proto -protoset -authority -cacert -cert -key -max-time -servername"
          + " -connect-timeout -keepalive-time -rpc-header -reflect-header -user-agent -format";
  private static final Pattern DIALED =
      Pattern.compile("Failed to dial target host \"([^\"]{1,255})\": (.*)");
  private static final Pattern CODE = Pattern.compile("\\s*Code: (\\w{2,20})");
  private static final Pattern TARGET = Pattern.compile("(.{1,255}):([0-9]{1,5})");

  @Override
  public String tool() {
    return "grpcurl";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("grpcurl");
  }

  @Override
  public boolean begins(Line line) {
    return DIALED.matcher(line.text()).matches();
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<String> operands =
        block.command().map(c -> Operands.of(c.arguments(), VALUED)).orElse(List.of());
    boolean called = operands.size() == 2 && operands.get(1).matches("[\\w.]+[/.]\\w+");
    for (Line line : block.lines()) {
      Matcher dialed = DIALED.matcher(line.text());
      Matcher code = CODE.matcher(line.text());
      if (dialed.matches()) {
        ProbeReport.outcome(unexceeded(dialed.group(2)))
            .ifPresent(
                outcome ->
                    add(findings, block, line, dialed.group(1), ProbeMethod.CONNECT, outcome));
      } else if (code.matches() && called) {
        coded(findings, block, line, operands, code.group(1));
      } else if (line.text().equals("{") && called) {
        answered(findings, block, line, operands, 0);
      } else if (line.text().matches("ERROR:|\\s+Message: .*|[ \\t]+\".*|[ \\t]*[\\]}],?")) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  private static String unexceeded(String words) {
    return words.replace("context deadline exceeded", "timed out");
  }

  private static void coded(
      Findings findings, Block block, Line line, List<String> operands, String code) {
    if (OF_THE_CALLER.contains(code)) {
      findings.unread(line, "the caller itself may have made up this code, without an answer");
    } else if (CODES.contains(code)) {
      answered(findings, block, line, operands, CODES.indexOf(code));
    }
  }

  private static void answered(
      Findings findings, Block block, Line line, List<String> operands, int status) {
    Matcher target = TARGET.matcher(operands.get(0));
    if (target.matches()) {
      String method = operands.get(1);
      int name = Math.max(method.lastIndexOf('/'), method.lastIndexOf('.'));
      ProbeReport.add(
          findings,
          block,
          line,
          target.group(1),
          new ProbeBuilder(ProbeMethod.GRPC, ProbeOutcome.ANSWERED)
              .port(Optional.of(Integer.valueOf(target.group(2))))
              .path("/" + method.substring(0, name) + "/" + method.substring(name + 1))
              .grpcStatus(Optional.of(status)));
    }
  }

  private static void add(
      Findings findings,
      Block block,
      Line line,
      String target,
      ProbeMethod method,
      ProbeOutcome outcome) {
    Matcher parts = TARGET.matcher(target);
    if (parts.matches()) {
      ProbeReport.add(
          findings,
          block,
          line,
          parts.group(1),
          new ProbeBuilder(method, outcome).port(Optional.of(Integer.valueOf(parts.group(2)))));
    }
  }
}
