package clbdoctor.firewall;

import clbdoctor.firewall.model.BaseHook;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Box;
import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.ElementMap;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that stand for every interface a ruleset can tell apart: each that it mentions, one of each
 * pattern and one that it never mentions. An interface that is not known may be any of them.
 */
final class InterfaceNames {
  static final Value.Known LOOPBACK = new Value.Known(Bits.name("lo"));

  private final Set<Range> in = new LinkedHashSet<>();
  private final Set<Range> out = new LinkedHashSet<>();

  InterfaceNames(HostFirewall firewall) {
    for (Ruleset ruleset : firewall.rulesets()) {
      for (Table table : ruleset.tables()) {
        table.chains().values().forEach(this::collect);
      }
    }
    firewall.ipsets().stream()
        .filter(set -> set.type().endsWith(",iface"))
        .forEach(set -> collectBoth(set.elements()));
  }

  /** Where a packet from outside can come in: never loopback. */
  Set<Bits> incoming() {
    return candidates(in);
  }

  Set<Bits> outgoing() {
    return candidates(out);
  }

  private static Set<Bits> candidates(Set<Range> mentioned) {
    Set<Bits> names = new LinkedHashSet<>();
    names.add(Bits.name("(another)"));
    for (Range range : mentioned) {
      names.add(range.first());
      if (!range.first().equals(range.last())) {
        names.add(range.first().or(new Bits(0, 0x7e)));
      }
    }
    names.remove(LOOPBACK.bits());
    names.remove(Bits.ZERO);
    return names;
  }

  private void collect(Chain chain) {
    chain.base().map(BaseHook::devices).orElse(List.of()).forEach(this::addDevice);
    for (Rule rule : chain.rules()) {
      rule.statements().forEach(this::collect);
    }
  }

  private void addDevice(String name) {
    in.add(Range.of(Bits.name(name)));
    out.add(Range.of(Bits.name(name)));
  }

  private void collect(Statement statement) {
    if (statement instanceof Statement.Match match) {
      collect(match.condition());
    } else if (statement instanceof Statement.DecideByMap byMap) {
      collect(byMap.key(), byMap.map());
    } else if (statement instanceof Statement.Assign assign) {
      collect(assign.value());
    } else if (statement instanceof Statement.Translate translate) {
      translate.addresses().ifPresent(this::collect);
    }
  }

  private void collect(Condition condition) {
    if (condition instanceof Condition.Among among) {
      collect(among.value(), among.elements());
    } else if (condition instanceof Condition.InSet inSet) {
      collect(inSet.value(), inSet.set().elements());
    } else if (condition instanceof Condition.Both both) {
      both.all().forEach(this::collect);
    } else if (condition instanceof Condition.Either either) {
      either.any().forEach(this::collect);
    } else if (condition instanceof Condition.Not not) {
      collect(not.condition());
    }
  }

  private void collect(Expression expression) {
    if (expression instanceof Expression.Lookup lookup) {
      collect(lookup.key(), lookup.map());
    } else if (expression instanceof Expression.Bitwise bitwise) {
      collect(bitwise.operand());
    } else if (expression instanceof Expression.Combined combined) {
      collect(combined.left());
      collect(combined.right());
    }
  }

  private void collect(Expression key, ElementMap<?> map) {
    if (mentionsInterface(key)) {
      map.entries().forEach(entry -> collect(key, sides(entry.key())));
    }
  }

  private void collect(Expression value, Elements elements) {
    if (!mentionsInterface(value)) {
      return;
    }
    if (elements instanceof Elements.Flat flat) {
      collect(value, List.of(flat.values()));
    } else {
      ((Elements.Boxes) elements).groups().forEach(group -> collect(value, sides(group)));
    }
  }

  private static boolean mentionsInterface(Expression value) {
    return value instanceof Expression.Concatenation concatenation
        ? concatenation.parts().stream().anyMatch(InterfaceNames::mentionsInterface)
        : value instanceof Expression.Read read && interfaceField(read.field());
  }

  private static boolean interfaceField(Field field) {
    return field == Field.IN_INTERFACE || field == Field.OUT_INTERFACE;
  }

  private static List<RangeSet> sides(Elements.Group group) {
    List<RangeSet> sides = new ArrayList<>(List.of(group.first()));
    sides.addAll(group.rest());
    return sides;
  }

  private static List<RangeSet> sides(Box box) {
    return box.sides().stream().map(RangeSet::of).toList();
  }

  private void collect(Expression value, List<RangeSet> sides) {
    List<Expression> parts =
        value instanceof Expression.Concatenation concatenation
            ? concatenation.parts()
            : List.of(value);
    for (int i = 0; i < Math.min(parts.size(), sides.size()); i++) {
      if (parts.get(i) instanceof Expression.Read read && interfaceField(read.field())) {
        (read.field() == Field.OUT_INTERFACE ? out : in).addAll(sides.get(i).ranges());
      }
    }
  }

  private void collectBoth(Elements elements) {
    if (elements instanceof Elements.Boxes boxes) {
      for (Elements.Group group : boxes.groups()) {
        List<RangeSet> sides = sides(group);
        in.addAll(sides.get(sides.size() - 1).ranges());
        out.addAll(sides.get(sides.size() - 1).ranges());
      }
    }
  }
}
