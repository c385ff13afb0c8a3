package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Bound;
import clbdoctor.rulebook.Constraint.Comparison;
import clbdoctor.rulebook.Constraint.Operand;
import clbdoctor.text.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link Constraint}; whatever is not in its grammar is refused. */
final class ConstraintParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\\$?[A-Za-z_][A-Za-z0-9_]*)|(-?[0-9]+(?:\\.[0-9]+)?)|(\"[^\"\\\\]*\")"
              + "|(\\|\\||==|!=|<=|>=|[<>!:().,]))");
  private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private ConstraintParser(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text.strip());
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
      matcher.region(end, matcher.regionEnd());
    }
    if (end < text.strip().length()) {
      throw refused("\"" + text.strip().substring(end).strip() + "\"");
    }
  }

  /** The constraint in {@code text}; a {@link Refusal} says what is not allowed. */
  static Constraint parse(String text) {
    ConstraintParser parser = new ConstraintParser(text);
    Constraint constraint = parser.constraint();
    if (parser.next < parser.tokens.size()) {
      throw parser.refused("\"" + parser.peek() + "\"");
    }
    return constraint;
  }

  private Constraint constraint() {
    if (peek().startsWith("$")) {
      String variable = take();
      expect(":");
      return new Bound(variable, property());
    }
    List<Comparison> comparisons = new ArrayList<>(List.of(comparison()));
    while (accept("||")) {
      comparisons.add(comparison());
    }
    return new Any(comparisons);
  }

  private Comparison comparison() {
    if (accept("!")) {
      return new Comparison(property(), Optional.of("!"), List.of());
    }
    String property = property();
    if (OPERATORS.contains(peek())) {
      return new Comparison(property, Optional.of(take()), List.of(operand()));
    }
    if (accept("in")) {
      expect("(");
      List<Operand> operands = new ArrayList<>(List.of(operand()));
      while (accept(",")) {
        operands.add(operand());
      }
      expect(")");
      return new Comparison(property, Optional.of("in"), operands);
    }
    return new Comparison(property, Optional.empty(), List.of());
  }

  private Operand operand() {
    String token = take();
    if (token.startsWith("\"")) {
      return new Operand.Text(token.substring(1, token.length() - 1));
    }
    if (token.matches("-?[0-9].*")) {
      return new Operand.Number(token);
    }
    if (token.equals("true") || token.equals("false")) {
      return new Operand.Truth(token.equals("true"));
    }
    if (token.startsWith("$")) {
      return new Operand.Variable(token, accept(".") ? Optional.of(property()) : Optional.empty());
    }
    if (token.matches("[A-Z][A-Za-z0-9]*") && accept(".")) {
      return new Operand.Constant(token, take());
    }
    List<String> constants = Vocabulary.withConstant(token);
    throw constants.isEmpty()
        ? refused("\"" + token + "\"")
        : new Refusal(
            Code.FOREIGN_CONSTRAINT,
            "\""
                + text.strip()
                + "\" is not in the language of rules: found \""
                + token
                + "\"; write "
                + String.join(" or ", constants));
  }

  private String property() {
    String token = take();
    if (!token.matches("[a-z][A-Za-z0-9]*")) {
      throw refused("\"" + token + "\" where a property is expected");
    }
    return token;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private String take() {
    if (next == tokens.size()) {
      throw refused("the end");
    }
    return tokens.get(next++);
  }

  private boolean accept(String token) {
    boolean found = peek().equals(token);
    if (found) {
      next++;
    }
    return found;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw refused("\"" + peek() + "\" where \"" + token + "\" is expected");
    }
  }

  private Refusal refused(String found) {
    String hint = SyntaxHint.of("( " + text);
    return new Refusal(
        Code.FOREIGN_CONSTRAINT,
        "\""
            + text.strip()
            + "\" is not in the language of rules: found "
            + found
            + (hint.isEmpty()
                ? "; write a property alone, or property == value, with <, >, in ( … ), ||"
                : hint));
  }
}
