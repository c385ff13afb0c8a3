package clbdoctor.firewall.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * One rule.
 *
 * @param position its number in the chain, from 1
 * @param line its line in the text it was read from, from 1
 * @param text the rule as the tool writes it
 * @param handle the kernel's number for it, where the listing shows it
 */
public record Rule(
    int position, int line, String text, OptionalLong handle, List<Statement> statements) {

  public Rule {
    statements = List.copyOf(statements);
  }
}
