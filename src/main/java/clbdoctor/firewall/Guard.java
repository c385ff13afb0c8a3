package clbdoctor.firewall;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule asks of single fields before it does anything: enough to pass it by for most packets.
 */
final class Guard {
  /** These take the routing table to read. */
  private static final Set<Field> ROUTED =
      EnumSet.of(Field.SOURCE_ADDRESS_TYPE, Field.DESTINATION_ADDRESS_TYPE, Field.ROUTE_BACK);

  private record Test(Field field, RangeSet values, boolean negated) {}

  private final List<Test> tests = new ArrayList<>();

  private Guard() {}

  static Guard of(Rule rule) {
    Guard guard = new Guard();
    for (Statement statement : rule.statements()) {
      if (statement instanceof Statement.Match match) {
        guard.add(match.condition());
      } else if (!(statement instanceof Statement.Inert)) {
        break;
      }
    }
    return guard;
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.Among among
        && among.value() instanceof Expression.Read read
        && among.elements() instanceof Elements.Flat flat
        && !ROUTED.contains(read.field())) {
      tests.add(new Test(read.field(), flat.values(), among.negated()));
    } else if (condition instanceof Condition.Both both) {
      both.all().forEach(this::add);
    }
  }

  /** The range outside of which no source can meet the rule; nothing where it meets none. */
  Optional<Range> sources() {
    for (Test test : tests) {
      if (test.field() == Field.SOURCE && !test.negated()) {
        return test.values().isEmpty()
            ? Optional.empty()
            : Optional.of(new Range(test.values().first(), test.values().last()));
      }
    }
    return Optional.of(Range.ALL);
  }

  /** Whether the rule surely leaves the flow alone. */
  boolean excludes(Flow flow) {
    for (Test test : tests) {
      if (fails(test, FieldReader.read(test.field(), flow.packet()), flow.sources())) {
        return true;
      }
    }
    return false;
  }

  private static boolean fails(Test test, Value value, RangeSet sources) {
    if (value instanceof Value.Known known) {
      return test.values().contains(known.bits()) == test.negated();
    }
    if (value instanceof Value.Prober && value.equals(Value.PROBER)) {
      return test.negated() ? test.values().containsAll(sources) : !test.values().overlaps(sources);
    }
    return value instanceof Value.Absent;
  }
}
