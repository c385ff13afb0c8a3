package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.ProgramError;
import clbdoctor.text.Phrase;

/** Log lines that show an error in a program's own code or configuration. */
final class ProgramErrors {
  private static final Phrase IN_CODE =
      Phrase.of(
          "php (fatal|parse) error|traceback \\(most recent|nullpointerexception|uncaught"
              + " (type|reference|syntax)?error|\\bpanic:|unhandled exception|syntax error"
              + "|undefined (function|method|variable|index)|nomethoderror|nameerror"
              + "|internal redirection cycle|exceeded the limit of \\d+ internal redirects"
              + "|0x80070021|0x8007000d|500\\.19");

  /** The code failed because something else did. */
  private static final Phrase BECAUSE_OF_ANOTHER =
      Phrase.of(
          "sqlstate|connect|refused|timed? ?out|too many|no space|memory|denied"
              + "|permission|unreachable|upstream|resolve");

  private ProgramErrors() {}

  static void derive(Situation situation, Conclusions conclusions) {
    for (LogLine line : situation.facts().list(LogLine.class)) {
      if ((line.log() == LogKind.ERROR || line.log() == LogKind.SYSTEM)
          && IN_CODE.in(situation.line(line))
          && !BECAUSE_OF_ANOTHER.in(situation.line(line))) {
        conclusions.add(new ProgramError(line.text()), line);
      }
    }
  }
}
