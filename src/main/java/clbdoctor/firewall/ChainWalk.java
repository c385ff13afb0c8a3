package clbdoctor.firewall;

import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Refusal;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The walk of flows through one base chain and the chains it jumps to. */
final class ChainWalk {
  /** Deeper than any ruleset that is written on purpose; nftables itself allows 16. */
  private static final int DEEPEST = 256;

  private record Entry(String chain, Flow flow) {}

  private final Walker walker;
  private final BaseChain base;
  private final List<Flow> accepted = new ArrayList<>();
  private final Map<Entry, List<Flow>> known = new HashMap<>();

  private ChainWalk(Walker walker, BaseChain base) {
    this.walker = walker;
    this.base = base;
  }

  /** The flows that go on to the next base chain. */
  static List<Flow> through(BaseChain base, List<Flow> flows, Walker walker) {
    ChainWalk walk = new ChainWalk(walker, base);
    walk.applyPolicy(walk.walk(base.guarded(base.chain().name()), flows, 0));
    walker.doubts().at(Optional.empty());
    return Flow.joined(walk.accepted);
  }

  private void applyPolicy(List<Flow> undecided) {
    for (Flow flow : undecided) {
      if (base.hook().accepts()) {
        accept(flow, base.policy());
      } else {
        deny(flow, Refusal.SILENCE, base.policy());
        if (walker.lifting()) {
          accepted.add(flow);
        }
      }
    }
  }

  /** The flows that come back from the chain without a verdict. */
  private List<Flow> walk(GuardedChain chain, List<Flow> flows, int depth) {
    List<Flow> returned = new ArrayList<>();
    List<Flow> current = flows;
    for (int position : chain.near(flows)) {
      if (current.isEmpty()) {
        break;
      }
      if (!walker.effort().allows(current)) {
        current.forEach(flow -> lose(flow, Effort.SPENT));
        return Flow.joined(returned);
      }
      if (chain.passesBy(position, current)) {
        continue;
      }
      RuleWalk step = new RuleWalk(this, chain.chain(), chain.rule(position), depth);
      current.forEach(flow -> step.apply(flow, 0));
      returned.addAll(step.returned());
      current = Flow.joined(step.next());
    }
    returned.addAll(current);
    return Flow.joined(returned);
  }

  List<Flow> enter(String name, Flow flow, int depth) {
    GuardedChain target = base.guarded(name);
    if (target == null || depth >= DEEPEST) {
      lose(flow, target == null ? "chain " + name + " is not shown" : "jumps without an end");
      return List.of();
    }
    Entry entry = new Entry(name, flow);
    List<Flow> before = known.get(entry);
    if (before == null) {
      before = walk(target, List.of(flow), depth + 1);
      known.put(entry, before);
    }
    return before;
  }

  void accept(Flow flow, RuleReference rule) {
    walker.trace().accept(rule, flow.sources());
    accepted.add(flow);
  }

  void deny(Flow flow, Refusal refusal, RuleReference rule) {
    Refusal told = refusal.forIpv6(flow.packet().shape().ipv6());
    Denial denial = new Denial(rule, walker.leg(), port(flow.packet()), told, false);
    boolean answered = denial.seen() != Refusal.SILENCE || told == Refusal.TCP_RESET;
    if (!answered || walker.lifting()) {
      walker.trace().deny(denial, flow.sources(), !flow.assumed());
    } else {
      walker.refused().add(new Refused(flow, denial));
    }
  }

  private int port(Packet packet) {
    Tuple ends = packet.ends();
    Value port = walker.leg().ofReply() ? ends.sourcePort() : ends.destinationPort();
    return port instanceof Value.Known known ? (int) known.bits().low() : 0;
  }

  void lose(Flow flow, String construct) {
    walker.doubts().note(flow.sources(), construct);
    walker.trace().lose(flow.sources());
  }

  RuleReference reference(Chain chain, Rule rule) {
    return base.reference(chain, rule);
  }

  List<Translation.Result> translate(Statement.Translate translate, Flow flow) {
    return walker.translation().apply(translate, base.hook(), flow);
  }

  Walker walker() {
    return walker;
  }
}
