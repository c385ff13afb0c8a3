package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.ContextEncoding;
import clbdoctor.fact.CustomAnswer;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the answer to a custom check begins with the bytes it expects. */
final class CustomAnswers {
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-Fa-f]{2})|([\\s\\S])");

  private CustomAnswers() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .check()
        .filter(check -> check.method() == CheckMethod.CUSTOM && check.encoding().isPresent())
        .ifPresent(
            check ->
                situation.probes().stream()
                    .filter(probe -> probe.method() == ProbeMethod.CUSTOM)
                    .forEach(probe -> compare(check, probe, conclusions)));
  }

  private static void compare(HealthCheck check, Probe probe, Conclusions conclusions) {
    if (probe.answer().isEmpty() || check.expects().isEmpty() || check.customTextUnreadable()) {
      return;
    }
    byte[] answer = escaped(probe.answer().get());
    String expects = check.expects().get();
    Optional<byte[]> wanted = bytes(expects, check.encoding().get());
    if (wanted.isEmpty() || cutShort(answer, wanted.get())) {
      return;
    }
    conclusions.add(
        new CustomAnswer(
            begins(answer, wanted.get()),
            bytes(expects, other(check.encoding().get())).map(b -> begins(answer, b)).orElse(false),
            probe.from(),
            probe.answer().get()),
        check,
        probe);
  }

  /** Whether the note of the answer may just have stopped too early. */
  private static boolean cutShort(byte[] answer, byte[] wanted) {
    return answer.length < wanted.length && begins(wanted, answer);
  }

  private static boolean begins(byte[] whole, byte[] beginning) {
    return whole.length >= beginning.length
        && Arrays.equals(whole, 0, beginning.length, beginning, 0, beginning.length);
  }

  private static ContextEncoding other(ContextEncoding encoding) {
    return encoding == ContextEncoding.HEX ? ContextEncoding.TEXT : ContextEncoding.HEX;
  }

  private static Optional<byte[]> bytes(String text, ContextEncoding encoding) {
    if (encoding == ContextEncoding.TEXT) {
      return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
    return HealthCheck.hex(text) ? Optional.of(HexFormat.of().parseHex(text)) : Optional.empty();
  }

  /** Bytes that are not ASCII are noted as {@code \xHH}. */
  private static byte[] escaped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher matcher = BYTE.matcher(text);
    while (matcher.find()) {
      bytes.writeBytes(
          matcher.group(1) != null
              ? HexFormat.of().parseHex(matcher.group(1))
              : matcher.group(2).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
