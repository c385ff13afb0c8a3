package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.ProgramError;
import java.util.regex.Pattern;

/** Log lines that show an error in a program's own code or configuration. */
final class ProgramErrors {
  private static final Pattern IN_CODE =
      Pattern.compile(
          "(?i)(php (fatal|parse) error|traceback \\(most recent|nullpointerexception|uncaught"
              + " (type|reference|syntax)?error|\\bpanic:|unhandled exception|syntax error"
              + "|undefined (function|method|variable|index)|nomethoderror|nameerror"
              + "|internal redirection cycle|exceeded the limit of \\d+ internal redirects"
              + "|0x80070021|0x8007000d|500\\.19)");

  /** The code failed because something else did. */
  private static final Pattern BECAUSE_OF_ANOTHER =
      Pattern.compile(
          "(?i)(sqlstate|connect|refused|timed? ?out|too many|no space|memory|denied"
              + "|permission|unreachable|upstream|resolve)");

  private ProgramErrors() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(LogLine.class)
        .filter(line -> line.log() == LogKind.ERROR || line.log() == LogKind.SYSTEM)
        .filter(line -> IN_CODE.matcher(line.text()).find())
        .filter(line -> !BECAUSE_OF_ANOTHER.matcher(line.text()).find())
        .forEach(line -> conclusions.add(new ProgramError(line.text()), line));
  }
}
