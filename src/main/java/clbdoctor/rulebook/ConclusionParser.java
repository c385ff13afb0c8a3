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

  private static final Pattern NO_SEMICOLON =
      Pattern.compile(CONCLUSION.pattern().replace(";", ""));

  private static final Pattern ONLY_CERTAINTY_WRONG =
      Pattern.compile(
          "\\s*insert\\(\\s*new\\s+Cause\\(.*,\\s*\"?(?:\\w+\\.)?(\\w+)\"?\\s*\\)\\s*\\)\\s*;\\s*");

  private final String causeId;
  private final SourceLines source;
  private final Problems problems;

  /** For a rule in the file of this cause. */
  ConclusionParser(String causeId, SourceLines source, Problems problems) {
    this.causeId = causeId;
    this.source = source;
    this.problems = problems;
  }

  Optional<Conclusion> parse(RuleDescr parsed) {
    String consequence = String.valueOf(parsed.getConsequence());
    int line = source.firstTextBehind(parsed.getConsequenceLine());
    Matcher matcher = CONCLUSION.matcher(consequence);
    if (!matcher.matches()) {
      problems.add(line, source.column(line, ""), Code.FOREIGN_CONCLUSION, foreign(consequence));
      return Optional.empty();
    }
    String id = matcher.group(1) != null ? matcher.group(1) : matcher.group(3);
    if (!id.equals(causeId)) {
      problems.add(
          line,
          source.column(line, id),
          Code.OTHER_CAUSE,
          "the rule concludes \""
              + id
              + "\", but the file is about \""
              + causeId
              + "\"; write the id of the file, or move the rule");
    }
    return matcher.group(1) == null
        ? Optional.of(new Conclusion.RuledOut(id))
        : certainty(line, matcher.group(2)).map(c -> new Conclusion.Cause(id, c));
  }

  private String foreign(String consequence) {
    String found = consequence.strip().replaceAll("\\s+", " ");
    Matcher certainty = ONLY_CERTAINTY_WRONG.matcher(consequence);
    if (NO_SEMICOLON.matcher(consequence).matches()) {
      return "the conclusion ends with a semicolon; write " + found + ";";
    }
    if (found.indexOf(';') != found.lastIndexOf(';')) {
      return "the then part must be one conclusion, found \""
          + found
          + "\"; write a rule of its own for the second";
    }
    if (certainty.matches()) {
      Set<String> known = Vocabulary.constants(Certainty.class);
      return "\""
          + certainty.group(1)
          + "\" is no certainty; write Certainty."
          + Nearest.to(certainty.group(1), known).orElse(String.join(" or Certainty.", known));
    }
    return "the then part must be one conclusion, found \""
        + found
        + "\"; write insert( new Cause( \""
        + causeId
        + "\", Certainty.CONFIRMED ) ); or insert( new RuledOut( \""
        + causeId
        + "\" ) );";
  }

  private Optional<Certainty> certainty(int line, String word) {
    Set<String> known = Vocabulary.constants(Certainty.class);
    if (!known.contains(word)) {
      problems.add(
          line,
          source.column(line, word),
          Code.UNKNOWN_CONSTANT,
          "Certainty has no " + word + Nearest.hint(word, known));
      return Optional.empty();
    }
    return Optional.of(Certainty.valueOf(word));
  }
}
