package clbdoctor.firewall;

import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Refusal;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rule applied to flows. */
final class RuleWalk {
  private final ChainWalk walk;
  private final Chain chain;
  private final Rule rule;
  private final int depth;
  private final List<Flow> next = new ArrayList<>();
  private final List<Flow> returned = new ArrayList<>();
  private RuleReference reference;

  RuleWalk(ChainWalk walk, Chain chain, Rule rule, int depth) {
    this.walk = walk;
    this.chain = chain;
    this.rule = rule;
    this.depth = depth;
  }

  /** The flows for the chain's next rule. */
  List<Flow> next() {
    return next;
  }

  /** The flows that leave the chain for its caller. */
  List<Flow> returned() {
    return returned;
  }

  void apply(Flow flow, int from) {
    if (flow.sources().isEmpty()) {
      return;
    }
    if (from == rule.statements().size()) {
      next.add(flow);
      return;
    }
    Statement statement = rule.statements().get(from);
    if (statement instanceof Statement.Match match) {
      match(match, flow, from + 1);
    } else if (statement instanceof Statement.Decide decide) {
      decide(decide.decision(), flow);
    } else if (statement instanceof Statement.DecideByMap byMap) {
      decideByMap(byMap, flow);
    } else {
      change(statement, flow, from + 1);
    }
  }

  private void match(Statement.Match match, Flow flow, int from) {
    walk.walker().doubts().at(Optional.of(reference()));
    Split split = walk.walker().conditions().evaluate(match.condition(), flow);
    if (!split.no().isEmpty()) {
      next.add(flow.from(split.no()));
    }
    apply(flow.from(split.yes()), from);
    if (!split.maybe().isEmpty()) {
      next.add(flow.supposed(split.maybe()));
      apply(flow.supposed(split.maybe()), from);
    }
  }

  private void change(Statement statement, Flow flow, int from) {
    if (statement instanceof Statement.Assign assign) {
      assign(assign, flow, from);
    } else if (statement instanceof Statement.NoTrack) {
      apply(flow.with(untracked(flow.packet())), from);
    } else if (statement instanceof Statement.Translate translate) {
      walk.walker().doubts().at(Optional.of(reference()));
      walk.translate(translate, flow).forEach(this::translated);
    } else if (statement instanceof Statement.Obscure obscure) {
      walk.walker().doubts().at(Optional.of(reference()));
      walk.lose(flow, obscure.construct());
    } else {
      apply(flow, from);
    }
  }

  private void translated(Translation.Result result) {
    if (result.translated()) {
      walk.accept(result.flow(), reference());
    } else {
      next.add(result.flow());
    }
  }

  private static Packet untracked(Packet packet) {
    Connection connection = packet.connection();
    return connection.tracking() == Tracking.UNSEEN
        ? packet.with(connection.with(Tracking.UNTRACKED))
        : packet;
  }

  private void assign(Statement.Assign assign, Flow flow, int from) {
    for (Piece piece : walk.walker().expressions().evaluate(assign.value(), flow)) {
      Flow part = flow.from(piece.sources());
      if (piece.value() instanceof Value.Absent) {
        next.add(part);
      } else {
        apply(part.with(assigned(assign.field(), piece.value(), flow.packet())), from);
      }
    }
  }

  /** Before tracking has seen the packet there is no connection to mark. */
  private static Packet assigned(Field field, Value value, Packet packet) {
    if (field == Field.MARK) {
      return packet.withMark(value);
    }
    Connection connection = packet.connection();
    return connection.tracking().tracked() ? packet.with(connection.withMark(value)) : packet;
  }

  private void decideByMap(Statement.DecideByMap byMap, Flow flow) {
    walk.walker().doubts().at(Optional.of(reference()));
    for (Piece piece : walk.walker().expressions().evaluate(byMap.key(), flow)) {
      for (Lookups.Found<Decision> found : Lookups.find(byMap.map(), piece)) {
        if (!found.certain()) {
          walk.walker().doubts().note(found.sources(), Doubts.reason(piece.value()));
        }
        Flow part = found.certain() ? flow.from(found.sources()) : flow.supposed(found.sources());
        decide(found.data() == null ? new Decision.Continue() : found.data(), part);
      }
    }
  }

  private void decide(Decision decision, Flow flow) {
    if (decision instanceof Decision.Accept) {
      walk.accept(flow, reference());
    } else if (decision instanceof Decision.Drop) {
      deny(flow, Refusal.SILENCE);
    } else if (decision instanceof Decision.Reject reject) {
      deny(flow, reject.refusal());
    } else if (decision instanceof Decision.Jump jump) {
      next.addAll(walk.enter(jump.chain(), flow, depth));
    } else if (decision instanceof Decision.Goto go) {
      returned.addAll(walk.enter(go.chain(), flow, depth));
    } else if (decision instanceof Decision.Return) {
      returned.add(flow);
    } else if (decision instanceof Decision.Continue) {
      next.add(flow);
    } else {
      walk.walker().doubts().at(Optional.of(reference()));
      walk.lose(flow, ((Decision.HandOver) decision).construct());
    }
  }

  private void deny(Flow flow, Refusal refusal) {
    walk.deny(flow, refusal, reference());
    if (walk.walker().lifting()) {
      next.add(flow);
    }
  }

  private RuleReference reference() {
    if (reference == null) {
      reference = walk.reference(chain, rule);
    }
    return reference;
  }
}
