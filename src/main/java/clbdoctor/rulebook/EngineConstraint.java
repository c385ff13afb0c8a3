package clbdoctor.rulebook;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;
import java.util.List;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.ContextEntry;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.MutableTypeConstraint;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Comparisons of which one must hold, as the engine asks for them: of a fact alone, or of a fact
 * beside those that patterns above have matched. Patterns with equal ones share a node.
 */
@SuppressWarnings({"unchecked", "serial"}) // what the engine's own interfaces bring along
final class EngineConstraint extends MutableTypeConstraint<ContextEntry> {
  private final Class<?> factType;
  private final List<Comparing> alternatives;
  private final Declaration[] joined;

  EngineConstraint(Class<?> factType, List<Comparing> alternatives, Declaration[] joined) {
    this.factType = factType;
    this.alternatives = alternatives;
    this.joined = joined.clone();
    setType(joined.length == 0 ? ConstraintType.ALPHA : ConstraintType.BETA);
  }

  @Override
  public boolean isAllowed(FactHandle handle, ValueResolver engine) {
    return holds(handle.getObject());
  }

  @Override
  public boolean isAllowedCachedLeft(ContextEntry context, FactHandle handle) {
    return holds(handle.getObject(), matched(((Pair) context).tuple));
  }

  @Override
  public boolean isAllowedCachedRight(BaseTuple tuple, ContextEntry context) {
    return holds(((Pair) context).fact, matched(tuple));
  }

  private boolean holds(Object fact, Object... matched) {
    for (Comparing comparing : alternatives) {
      if (comparing.holds(fact, matched)) {
        return true;
      }
    }
    return false;
  }

  private Object[] matched(BaseTuple tuple) {
    Object[] facts = new Object[joined.length];
    for (int i = 0; i < facts.length; i++) {
      facts[i] = tuple.getObject(joined[i]);
    }
    return facts;
  }

  @Override
  public ContextEntry createContext() {
    return new Pair();
  }

  @Override
  public Declaration[] getRequiredDeclarations() {
    return joined;
  }

  @Override
  public void replaceDeclaration(Declaration old, Declaration replacement) {
    for (int i = 0; i < joined.length; i++) {
      if (joined[i].equals(old)) {
        joined[i] = replacement;
      }
    }
  }

  @Override
  public EngineConstraint clone() {
    return new EngineConstraint(factType, alternatives, joined);
  }

  @Override
  public boolean isTemporal() {
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EngineConstraint constraint
        && factType == constraint.factType
        && alternatives.equals(constraint.alternatives)
        && Arrays.equals(joined, constraint.joined);
  }

  @Override
  public int hashCode() {
    return 31 * factType.hashCode() + alternatives.hashCode();
  }

  /** The half of a join that stays while the engine goes through the other half. */
  private static final class Pair implements ContextEntry {
    private static final long serialVersionUID = 1L;

    private transient BaseTuple tuple;
    private transient Object fact;
    private transient ContextEntry next;

    @Override
    public void updateFromTuple(ValueResolver engine, BaseTuple matched) {
      tuple = matched;
    }

    @Override
    public void updateFromFactHandle(ValueResolver engine, FactHandle handle) {
      fact = handle.getObject();
    }

    @Override
    public void resetTuple() {
      tuple = null;
    }

    @Override
    public void resetFactHandle() {
      fact = null;
    }

    @Override
    public ContextEntry getNext() {
      return next;
    }

    @Override
    public void setNext(ContextEntry entry) {
      next = entry;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
      throw new UnsupportedOperationException("a run is not stored");
    }

    @Override
    public void readExternal(ObjectInput in) {
      throw new UnsupportedOperationException("a run is not stored");
    }
  }
}
