package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Bound;
import clbdoctor.rulebook.Constraint.Operand.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.GroupElementFactory;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.consequence.Consequence;
import org.drools.base.rule.consequence.ConsequenceContext;

/**
 * A rule put together for the engine from its patterns. There is no expression in it for the engine
 * to compile or run: every constraint is an {@link EngineConstraint}.
 */
final class EngineRule {
  /** What a variable was bound to. */
  private record Binding(Pattern pattern, Class<?> type, List<Property> path) {}

  private final Map<String, Binding> bindings = new HashMap<>();
  private int patterns;

  private EngineRule() {}

  static RuleImpl of(ReadRule rule, String packageName) {
    RuleImpl built = new RuleImpl(rule.rule().name());
    built.setPackage(packageName);
    EngineRule engineRule = new EngineRule();
    rule.patterns().forEach(pattern -> built.addPattern(engineRule.element(pattern)));
    built.setConsequence(new Nothing());
    return built;
  }

  private RuleConditionElement element(RulePattern read) {
    Pattern pattern = pattern(read);
    return switch (read.quantifier()) {
      case PLAIN -> pattern;
      case NOT -> around(GroupElementFactory.newNotInstance(), pattern);
      case EXISTS -> around(GroupElementFactory.newExistsInstance(), pattern);
    };
  }

  private static GroupElement around(GroupElement group, Pattern pattern) {
    group.addChild(pattern);
    return group;
  }

  private Pattern pattern(RulePattern read) {
    Class<?> type = Vocabulary.factType(read.factType()).orElseThrow();
    Pattern pattern = new Pattern(patterns, new ClassObjectType(type), "$" + patterns++);
    read.variable().ifPresent(name -> bindings.put(name, new Binding(pattern, type, List.of())));
    for (Constraint constraint : read.constraints()) {
      if (constraint instanceof Bound bound) {
        Property property = Property.of(type, bound.property());
        bindings.put(bound.variable(), new Binding(pattern, property.type(), List.of(property)));
      } else if (constraint instanceof Any any) {
        pattern.addConstraint(constraint(pattern, type, any));
      }
    }
    return pattern;
  }

  private EngineConstraint constraint(Pattern pattern, Class<?> type, Any any) {
    Map<Pattern, Integer> joined = new LinkedHashMap<>();
    var alternatives = Comparing.of(type, any, variable -> value(variable, pattern, joined));
    return new EngineConstraint(
        type,
        alternatives,
        joined.keySet().stream().map(Pattern::getDeclaration).toArray(Declaration[]::new));
  }

  private Value value(Variable variable, Pattern pattern, Map<Pattern, Integer> joined) {
    Binding binding = bindings.get(variable.name());
    List<Property> path = new ArrayList<>(binding.path());
    variable.property().ifPresent(name -> path.add(Property.of(binding.type(), name)));
    if (binding.pattern() == pattern) {
      return new Value.Own(path);
    }
    joined.putIfAbsent(binding.pattern(), joined.size());
    return new Value.Joined(joined.get(binding.pattern()), path);
  }

  /** What a rule concludes is read from its text; that it fired is heard of. */
  private static final class Nothing implements Consequence<ConsequenceContext> {
    @Override
    public String getName() {
      return RuleImpl.DEFAULT_CONSEQUENCE_NAME;
    }

    @Override
    public void evaluate(ConsequenceContext context, ValueResolver engine) {}
  }
}
