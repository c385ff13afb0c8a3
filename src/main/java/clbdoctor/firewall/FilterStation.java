package clbdoctor.firewall;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Hook;
import java.util.ArrayList;
import java.util.List;

/** A base chain that is not of type nat. */
record FilterStation(BaseChain base) implements Station {

  @Override
  public int priority() {
    return base.hook().priority();
  }

  @Override
  public List<Flow> pass(List<Flow> flows, Walker walker) {
    Hook hook = base.hook().hook();
    if (hook != Hook.INGRESS && hook != Hook.EGRESS) {
      return ChainWalk.through(base, flows, walker);
    }
    List<Flow> passed = new ArrayList<>();
    List<Flow> seen = new ArrayList<>();
    for (Flow flow : flows) {
      Value device = hook == Hook.INGRESS ? flow.packet().in() : flow.packet().out();
      (onDevice(device) ? seen : passed).add(flow);
    }
    passed.addAll(ChainWalk.through(base, seen, walker));
    return Flow.joined(passed);
  }

  private boolean onDevice(Value device) {
    return base.hook().devices().stream()
        .anyMatch(name -> device.equals(new Value.Known(Bits.name(name))));
  }
}
