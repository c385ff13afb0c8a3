package clbdoctor.firewall.iptables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the part of a rule behind {@code -A CHAIN}. */
final class RuleReader {
  private final boolean ipv6;

  RuleReader(boolean ipv6) {
    this.ipv6 = ipv6;
  }

  /**
   * The rule; what of it is not understood becomes an obscure condition or statement.
   *
   * @param chains the chains of its table
   */
  Rule read(int position, int line, String text, List<String> words, Set<String> chains) {
    RuleWords parts = RuleWords.of(words);
    List<Statement> statements = new ArrayList<>();
    for (Option option : parts.general().options()) {
      statements.add(new Statement.Match(general(option)));
    }
    for (Part match : parts.matches()) {
      statements.add(new Statement.Match(match(match)));
    }
    parts.target().ifPresent(target -> statements.add(target(target, parts.goes(), chains)));
    return new Rule(position, line, text, OptionalLong.empty(), statements);
  }

  private Condition general(Option option) {
    try {
      return switch (option.name()) {
        case "-s", "--source", "--src" -> Conditions.address(Field.SOURCE, option);
        case "-d", "--destination", "--dst" -> Conditions.address(Field.DESTINATION, option);
        case "-i", "--in-interface" -> Conditions.device(Field.IN_INTERFACE, option);
        case "-o", "--out-interface" -> Conditions.device(Field.OUT_INTERFACE, option);
        case "-p", "--protocol", "--proto" -> protocol(option);
        case "-f", "--fragment" -> new Condition.Always(option.negated());
        case "-c", "--set-counters", "-4", "-6" -> new Condition.Always(true);
        default -> new Condition.Obscure("option " + option.name());
      };
    } catch (IllegalArgumentException | SyntaxException e) {
      return new Condition.Obscure(option.name() + " " + String.join(" ", option.values()));
    }
  }

  private static Condition protocol(Option option) {
    int number = Numbers.protocol(option.value());
    return number == 0
        ? new Condition.Always(!option.negated())
        : Conditions.is(Field.TRANSPORT_PROTOCOL, option.negated(), number);
  }

  private static Condition match(Part match) {
    try {
      return Matches.of(match);
    } catch (IllegalArgumentException | SyntaxException e) {
      return new Condition.Obscure("match " + match.name() + ": " + e.getMessage());
    }
  }

  private Statement target(Part target, boolean goes, Set<String> chains) {
    if (chains.contains(target.name())) {
      return new Statement.Decide(
          goes ? new Decision.Goto(target.name()) : new Decision.Jump(target.name()));
    }
    try {
      return Targets.of(target, ipv6);
    } catch (IllegalArgumentException | SyntaxException e) {
      return new Statement.Obscure("target " + target.name() + ": " + e.getMessage());
    }
  }
}
