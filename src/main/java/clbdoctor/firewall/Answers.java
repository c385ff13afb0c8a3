package clbdoctor.firewall;

import clbdoctor.firewall.model.Refusal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The resets and ICMP errors by which the host tells that it denies a packet. */
final class Answers {
  private final AddressTypes addressTypes;

  Answers(AddressTypes addressTypes) {
    this.addressTypes = addressTypes;
  }

  /**
   * Sends those for the denials collected so far.
   *
   * @param leave the way from the host to the wire, which they take like any packet
   * @param comeIn the way back to the host itself of those that are for it
   */
  void send(
      Walker walker,
      BiFunction<List<Flow>, Walker, List<Flow>> leave,
      BiConsumer<List<Flow>, Walker> comeIn) {
    for (Refused refused : walker.refused()) {
      Flow flow = refused.flow();
      Walker aside = walker.aside(new Trace());
      Flow answer = flow.with(answer(flow, refused.denial().refusal()));
      List<Flow> sent = leave.apply(List.of(answer), aside);
      if (refused.denial().leg().ofReply()) {
        comeIn.accept(sent, aside);
        refusedReply(refused, aside, walker.trace());
      } else {
        told(refused, sent, aside, walker.trace());
      }
    }
    walker.refused().clear();
  }

  private static void told(Refused refused, List<Flow> sent, Walker aside, Trace trace) {
    Denial denial = refused.denial();
    sent.forEach(told -> trace.deny(denial, told.sources(), !told.assumed()));
    aside
        .refused()
        .forEach(lost -> trace.deny(denial.quiet(), lost.flow().sources(), !lost.flow().assumed()));
    Classes lost = Classes.of(aside.trace());
    if (!lost.denied().isEmpty()) {
      trace.deny(denial.quiet(), lost.denied(), !refused.flow().assumed());
    }
    trace.lose(lost.open());
  }

  /** A reset that refuses the host's own reply comes from the prober, so its refusal goes there. */
  private static void refusedReply(Refused refused, Walker aside, Trace trace) {
    Flow flow = refused.flow();
    trace.deny(refused.denial(), flow.sources(), !flow.assumed());
    boolean refusedToo =
        !aside.refused().isEmpty()
            || aside.trace().denials().keySet().stream()
                .anyMatch(denial -> denial.refusal() != Refusal.SILENCE);
    if (refusedToo || !aside.trace().open().isEmpty()) {
      aside.doubts().note(flow.sources(), "a reset that is refused in turn");
      trace.lose(flow.sources());
    }
  }

  private Packet answer(Flow flow, Refusal refusal) {
    Packet packet = flow.packet();
    Shape shape = packet.shape().refusal(refusal);
    Tuple back = packet.ends().reversed();
    boolean local = addressTypes.local(back.source(), flow.sources()).orElse(false);
    Value source =
        local || refusal == Refusal.TCP_RESET
            ? back.source()
            : Value.unknown("the host's address in an ICMP error");
    Tuple ends =
        shape.icmp() ? new Tuple(source, back.destination(), Value.ABSENT, Value.ABSENT) : back;
    return new Packet(
        shape,
        ends,
        PacketPath.NONE,
        addressTypes.wayBack(packet.in(), flow.sources()),
        Value.of(0),
        packet.connection().refused());
  }
}
