package clbdoctor.rulebook;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Conclusion;
import clbdoctor.rulebook.PatternCheck.Problems;
import clbdoctor.text.Code;
import clbdoctor.text.Nearest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads the one conclusion of a {@code then} part; it is never run. */
final class ConclusionParser {
  private static final Pattern CONCLUSION =
      Pattern.compile(
          "\\s*insert\\(\\s*new\\s+(?:Cause\\(\\s*\"([a-z0-9-]+)\"\\s*,\\s*Certainty\\.([A-Z]+)\\s*\\)"
              + "|RuledOut\\(\\s*\"([a-z0-9-]+)\"\\s*\\))\\s*\\)\\s*;\\s*");

  private final String causeId;
  private final Problems problems;

  /** For a rule in the file of this cause. */
  ConclusionParser(String causeId, Problems problems) {
    this.causeId = causeId;
    this.problems = problems;
  }

  Optional<Conclusion> parse(RuleDescr parsed) {
    String consequence = String.valueOf(parsed.getConsequence());
    String before = consequence.substring(0, consequence.indexOf(consequence.strip()));
    int line = parsed.getConsequenceLine() + (int) before.chars().filter(c -> c == '\n').count();
    Matcher matcher = CONCLUSION.matcher(consequence);
    if (!matcher.matches()) {
      problems.add(
          line,
          0,
          Code.FOREIGN_CONCLUSION,
          "the then part must be one conclusion, found \""
              + consequence.strip().replaceAll("\\s+", " ")
              + "\"; write insert( new Cause( \""
              + causeId
              + "\", Certainty.CONFIRMED ) ); or insert( new RuledOut( \""
              + causeId
              + "\" ) );");
      return Optional.empty();
    }
    String id = matcher.group(1) != null ? matcher.group(1) : matcher.group(3);
    if (!id.equals(causeId)) {
      problems.add(
          line,
          0,
          Code.OTHER_CAUSE,
          "the rule concludes \"" + id + "\", but the file is about \"" + causeId + "\"");
    }
    return matcher.group(1) == null
        ? Optional.of(new Conclusion.RuledOut(id))
        : certainty(line, matcher.group(2)).map(c -> new Conclusion.Cause(id, c));
  }

  private Optional<Certainty> certainty(int line, String word) {
    Set<String> known = Vocabulary.constants(Certainty.class);
    if (!known.contains(word)) {
      problems.add(
          line, 0, Code.UNKNOWN_CONSTANT, "Certainty has no " + word + Nearest.hint(word, known));
      return Optional.empty();
    }
    return Optional.of(Certainty.valueOf(word));
  }
}
