package clbdoctor.firewall.model;

import java.util.List;

/** What yields a value for a packet. */
public sealed interface Expression {

  /** The value of one field. */
  record Read(Field field) implements Expression {}

  record Constant(Bits value) implements Expression {}

  /** Some number of the range; the kernel picks which. */
  record AnyOf(Range range) implements Expression {}

  /** {@code (operand & and) ^ xor}, the kernel's form of all bit arithmetic with constants. */
  record Bitwise(Expression operand, Bits and, Bits xor) implements Expression {}

  /** The two values combined bit by bit. */
  record Combined(Expression left, BitOperator operator, Expression right) implements Expression {}

  /** Several values side by side: {@code ip saddr . tcp dport}. */
  record Concatenation(List<Expression> parts) implements Expression {}

  /** The value that a map holds for the key; a key that is not there ends the rule. */
  record Lookup(Expression key, ElementMap<Bits> map) implements Expression {}

  /** A value that cannot be known from the ruleset and the packet. */
  record Obscure(String construct) implements Expression {}

  /** How two values are combined. */
  enum BitOperator {
    AND,
    OR,
    XOR
  }
}
