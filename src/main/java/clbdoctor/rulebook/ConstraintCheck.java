package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Bound;
import clbdoctor.rulebook.Constraint.Comparison;
import clbdoctor.rulebook.Constraint.Operand;
import clbdoctor.text.Code;
import clbdoctor.text.Nearest;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the words of a constraint exist and fit together. An enum compared with a text, or an
 * Optional with a number, would never match, and nobody would be told.
 */
final class ConstraintCheck {
  private final Class<?> factType;
  private final Map<String, Class<?>> properties;
  private final Map<String, Class<?>> variables;

  /** Variables bound so far, with their types; bindings found here are added. */
  ConstraintCheck(Class<?> factType, Map<String, Class<?>> variables) {
    this.factType = factType;
    this.properties = Vocabulary.properties(factType);
    this.variables = variables;
  }

  /** A {@link Refusal} says what does not fit. */
  void check(Constraint constraint) {
    if (constraint instanceof Bound bound) {
      variables.put(bound.variable(), typeOf(factType, properties, bound.property()));
    } else if (constraint instanceof Any any) {
      any.comparisons().forEach(this::check);
    }
  }

  private void check(Comparison comparison) {
    Class<?> type = typeOf(factType, properties, comparison.property());
    if (comparison.alone()) {
      if (type != boolean.class) {
        throw new Refusal(
            Code.NOT_YES_OR_NO,
            "\"" + comparison.property() + "\" is no yes-or-no property; compare it with a value");
      }
      return;
    }
    if (type == Optional.class) {
      throw new Refusal(
          Code.MAY_BE_UNKNOWN,
          "\""
              + comparison.property()
              + "\" may be unknown, so it cannot be compared; use a derived fact");
    }
    comparison.operands().forEach(operand -> check(comparison, type, operand));
  }

  private void check(Comparison comparison, Class<?> type, Operand operand) {
    Class<?> found = typeOf(operand);
    if (!comparable(type, found)) {
      throw new Refusal(
          Code.OTHER_TYPE,
          "\""
              + comparison.property()
              + "\" is "
              + described(type)
              + ", compared with "
              + described(found)
              + remedy(type, operand));
    }
    boolean ordered = comparison.operator().get().matches("[<>]=?");
    if (ordered && !number(type)) {
      throw new Refusal(
          Code.NO_ORDER,
          "\"" + comparison.property() + "\" is " + described(type) + " and has no order");
    }
  }

  /** What to write instead, where that is beyond doubt. */
  private static String remedy(Class<?> type, Operand operand) {
    if (operand instanceof Operand.Text text) {
      return type.isEnum()
          ? Nearest.to(text.words(), Vocabulary.constants(type))
              .map(near -> "; write " + type.getSimpleName() + "." + near)
              .orElse("; write " + type.getSimpleName() + "." + Vocabulary.anyConstant(type))
          : number(type) && text.words().matches("-?[0-9.]+")
              ? "; write " + text.words() + " without quotes"
              : type == boolean.class ? "; write it alone, or with ! before it" : "";
    }
    return type == String.class && operand instanceof Operand.Number number
        ? "; write \"" + number.digits() + "\" in quotes"
        : "";
  }

  private Class<?> typeOf(Operand operand) {
    if (operand instanceof Operand.Variable variable) {
      Class<?> type = variables.get(variable.name());
      if (type == null) {
        throw new Refusal(
            Code.UNBOUND_VARIABLE,
            variable.name()
                + " is bound nowhere above"
                + Nearest.hint(variable.name(), variables.keySet()));
      }
      return variable
          .property()
          .<Class<?>>map(property -> typeOf(type, Vocabulary.properties(type), property))
          .orElse(type);
    }
    if (operand instanceof Operand.Constant constant) {
      return constantType(constant);
    }
    return operand instanceof Operand.Number
        ? double.class
        : operand instanceof Operand.Truth ? boolean.class : String.class;
  }

  private static Class<?> constantType(Operand.Constant constant) {
    Class<?> type =
        Vocabulary.enumType(constant.enumName())
            .orElseThrow(
                () ->
                    new Refusal(
                        Code.UNKNOWN_CONSTANT,
                        "there is no enum "
                            + constant.enumName()
                            + Nearest.hint(constant.enumName(), Vocabulary.enumTypes())));
    if (!Vocabulary.constants(type).contains(constant.constant())) {
      throw new Refusal(
          Code.UNKNOWN_CONSTANT,
          constant.enumName()
              + " has no "
              + constant.constant()
              + Nearest.hint(constant.constant(), Vocabulary.constants(type)));
    }
    return type;
  }

  private static Class<?> typeOf(
      Class<?> owner, Map<String, Class<?>> properties, String property) {
    Class<?> type = properties.get(property);
    if (type == null) {
      throw new Refusal(
          Code.UNKNOWN_PROPERTY,
          owner.getSimpleName()
              + " has no property \""
              + property
              + "\""
              + Nearest.hint(property, properties.keySet()));
    }
    return type;
  }

  private static boolean comparable(Class<?> left, Class<?> right) {
    return left == right || number(left) && number(right);
  }

  private static boolean number(Class<?> type) {
    return type == int.class || type == long.class || type == double.class;
  }

  private static String described(Class<?> type) {
    return number(type)
        ? "a number"
        : type == String.class
            ? "a text"
            : type == boolean.class ? "yes or no" : "of type " + type.getSimpleName();
  }
}
