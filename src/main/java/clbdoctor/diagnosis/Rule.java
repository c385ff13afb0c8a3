package clbdoctor.diagnosis;

import clbdoctor.fact.Subject;
import java.util.List;
import java.util.Set;

/**
 * One rule of the rule book, as a reader sees it.
 *
 * @param name the sentence behind {@code rule}
 * @param file its file, relative to the rule folder's parent: {@code
 *     rules/6-service/no-listener.drl}
 * @param line the line of {@code rule}, from 1
 * @param document paragraphs of the troubleshooting document that it encodes
 * @param conditions the patterns of its {@code when} part, in order
 */
public record Rule(
    String name,
    String file,
    int line,
    List<String> document,
    List<Condition> conditions,
    Conclusion conclusion) {

  public Rule {
    document = List.copyOf(document);
    conditions = List.copyOf(conditions);
  }

  /**
   * One pattern of a rule.
   *
   * @param comment the words above it, without the slashes
   * @param text the pattern as it stands in the file
   * @param negated whether it begins with {@code not}
   * @param factType simple name of the fact it is about
   * @param asksFor what somebody must have looked at for it to be decided
   */
  public record Condition(
      String comment,
      String text,
      int line,
      boolean negated,
      String factType,
      Set<Subject> asksFor) {

    public Condition {
      asksFor = Set.copyOf(asksFor);
    }
  }

  public String place() {
    return file + ":" + line;
  }
}
