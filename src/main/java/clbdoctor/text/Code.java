package clbdoctor.text;

import static clbdoctor.text.Severity.ERROR;
import static clbdoctor.text.Severity.NOTE;
import static clbdoctor.text.Severity.WARNING;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be wrong in a rule folder. A code never changes its meaning; {@code rules explain}
 * prints the page of each.
 */
public enum Code {
  SYNTAX("CLB101", ERROR, "the text cannot be read as rules"),
  NO_RULE("CLB102", ERROR, "a rule file without a rule"),
  FOREIGN_STATEMENT("CLB103", ERROR, "something beside rules in a rule file"),
  ATTRIBUTE("CLB104", ERROR, "a rule with an attribute"),
  ANNOTATION("CLB105", ERROR, "an annotation other than a paragraph"),
  NO_CONDITION("CLB106", ERROR, "a rule without a condition"),
  FOREIGN_CONDITION("CLB107", ERROR, "a condition that is no pattern on one fact"),
  FOREIGN_CONSTRAINT("CLB108", ERROR, "a constraint that is no comparison"),
  FOREIGN_CONCLUSION("CLB109", ERROR, "a then part that is not one conclusion"),
  OTHER_CAUSE("CLB110", ERROR, "a conclusion about the cause of another file"),
  REPEATED_RULE_NAME("CLB111", ERROR, "two rules of one name"),
  LONELY_FILE("CLB112", ERROR, "rules without a page, or a page without rules"),
  REPEATED_CAUSE("CLB113", ERROR, "one cause in two folders"),
  MISPLACED_FILE("CLB114", WARNING, "a file of the wrong name or in the wrong place"),

  UNKNOWN_FACT("CLB201", ERROR, "a kind of fact that does not exist"),
  UNKNOWN_PROPERTY("CLB202", ERROR, "a property that the fact does not have"),
  UNKNOWN_CONSTANT("CLB203", ERROR, "an enum or a constant that does not exist"),
  OTHER_TYPE("CLB204", ERROR, "a property compared with another kind of value"),
  MAY_BE_UNKNOWN("CLB205", ERROR, "a comparison of what may be unknown"),
  NO_ORDER("CLB206", ERROR, "less or greater where there is no order"),
  NOT_YES_OR_NO("CLB207", ERROR, "a value used as yes or no"),
  UNBOUND_VARIABLE("CLB208", ERROR, "a variable that is bound nowhere above"),

  CANNOT_MATCH("CLB301", ERROR, "a pattern that no fact can match"),
  CANNOT_HOLD("CLB302", ERROR, "a rule that demands what it forbids"),
  ABSENCE_WITHOUT_LOOK("CLB303", WARNING, "absence where perhaps nobody looked"),
  DUPLICATE_RULE("CLB304", WARNING, "two rules that say the same"),
  SHADOWED_RULE("CLB305", WARNING, "a rule that adds nothing to a wider one"),
  CONTRADICTING_RULES("CLB306", ERROR, "a rule that rules out what another concludes"),
  UNUSED_BINDING("CLB307", WARNING, "a binding that nothing uses"),
  NO_COMMENT("CLB308", WARNING, "a condition without words"),
  NO_PARAGRAPH("CLB309", NOTE, "a cause that cites no paragraph"),
  NO_OBSERVATION("CLB310", NOTE, "a condition on facts that nobody is told how to get"),

  YAML_SYNTAX("CLB401", ERROR, "the text cannot be read as YAML"),
  YAML_FORM("CLB402", ERROR, "a key or value that does not belong there"),
  CASE_FACTS("CLB403", ERROR, "a case whose facts or expectations cannot be read"),
  NO_WORDS("CLB404", WARNING, "a cause or a procedure without words"),
  NO_FIX("CLB405", WARNING, "a cause without a fix"),
  UNKNOWN_FIX("CLB406", ERROR, "a fix that does not exist"),
  FEW_CASES("CLB407", WARNING, "a cause with fewer than three cases"),
  REPEATED_CASE("CLB408", ERROR, "two cases of one name"),
  UNKNOWN_CAUSE("CLB409", ERROR, "a case that expects a cause that does not exist"),
  NO_VERIFICATION("CLB410", WARNING, "a fix that does not say how to verify it"),
  NO_ROLL_BACK("CLB411", WARNING, "a fix that does not say how to undo it"),
  UNUSED_FIX("CLB412", WARNING, "a fix that no cause uses"),
  UNKNOWN_PLACEHOLDER("CLB413", ERROR, "a placeholder that stands for nothing"),
  UNKNOWN_SECTION("CLB414", ERROR, "a way to look at a section that does not exist"),

  NOTHING_TO_CHANGE("CLB501", ERROR, "a change of something that does not exist"),
  UNMATCHED_CHANGE("CLB502", ERROR, "a change of words that do not stand in the rule");

  private final String id;
  private final Severity severity;
  private final String title;

  Code(String id, Severity severity, String title) {
    this.id = id;
    this.severity = severity;
    this.title = title;
  }

  /** {@code CLB201}. */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  /** What is wrong, in one phrase. */
  public String title() {
    return title;
  }

  public static Optional<Code> ofId(String id) {
    return Arrays.stream(values()).filter(code -> code.id.equalsIgnoreCase(id)).findFirst();
  }
}
