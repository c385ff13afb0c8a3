package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CheckPacket;
import clbdoctor.fact.Fact;
import clbdoctor.fact.FilterHook;
import clbdoctor.fact.FilterVerdict;
import clbdoctor.fact.FirewallEffect;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.FirewallRuleset;
import clbdoctor.fact.FirewallTool;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Publication;
import clbdoctor.fact.Source;
import clbdoctor.fact.TransportProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the readings of packet filters mean for the packets that the check sends. */
final class Filters {
  private final Situation situation;
  private final List<FirewallReading> readings;
  private final boolean forwarded;

  private Filters(Situation situation) {
    this.situation = situation;
    this.readings = situation.facts().list(FirewallReading.class);
    this.forwarded = situation.facts().any(Publication.class, Publication::reachable);
  }

  static void derive(Situation situation, Conclusions conclusions) {
    Filters filters = new Filters(situation);
    for (FirewallReading reading : filters.readings) {
      if (filters.meetsCheck(reading)) {
        conclusions.add(filters.verdict(reading), filters.premises(reading));
      }
    }
  }

  private FilterVerdict verdict(FirewallReading reading) {
    return new FilterVerdict(
        reading.tool(),
        reading.packet(),
        reading.effect(),
        hook(reading),
        RuleText.hidden(reading),
        reading.blocks() && failsCheck(reading),
        RuleText.limited(reading),
        reading.partOfSource().orElse(false),
        reading.counterGrows().orElse(false),
        reading.blocks() && reading.rule().map(RuleText::ofBan).orElse(false),
        reading.blocks() && uncertain(reading),
        computed(reading),
        reading.rule().orElse(""),
        reading.sourcePart().orElse(""));
  }

  /** Packets of other kinds than the check sends, or on another way, do not matter to it. */
  private boolean meetsCheck(FirewallReading reading) {
    return sent(reading.packet()) && !(forwarded && hook(reading) == FilterHook.INPUT);
  }

  private boolean sent(CheckPacket packet) {
    return switch (packet) {
      case ECHO_REQUEST -> situation.check().map(HealthCheck::ping).orElse(udp());
      case DATAGRAM -> udp();
      case SYN -> !udp() && !situation.check().map(HealthCheck::ping).orElse(false);
    };
  }

  private boolean udp() {
    return situation.transport() == TransportProtocol.UDP;
  }

  private boolean failsCheck(FirewallReading reading) {
    Optional<CheckMethod> method = situation.check().map(HealthCheck::method);
    return switch (reading.packet()) {
      case SYN -> true;
      case ECHO_REQUEST -> method.isPresent();
      case DATAGRAM ->
          method.equals(Optional.of(CheckMethod.CUSTOM))
              || method.equals(Optional.of(CheckMethod.UDP_PORT))
                  && reading.effect() == FirewallEffect.REJECTS
                  && hook(reading).compareTo(FilterHook.OUTPUT) < 0;
    };
  }

  private FilterHook hook(FirewallReading reading) {
    return knownHook(reading).orElseGet(() -> usualHook(reading));
  }

  private static Optional<FilterHook> knownHook(FirewallReading reading) {
    return reading.hook().or(() -> reading.rule().flatMap(RuleText::hook));
  }

  private FilterHook usualHook(FirewallReading reading) {
    if (RuleText.hidden(reading)) {
      return FilterHook.PREROUTING;
    }
    return forwarded ? FilterHook.FORWARD : FilterHook.INPUT;
  }

  /** The tool says both, or nobody says that the packet was judged on its way to the container. */
  private boolean uncertain(FirewallReading reading) {
    return forwarded && knownHook(reading).isEmpty()
        || ofManager(reading)
        || readings.stream().anyMatch(other -> disputes(other, reading));
  }

  /** ufw and firewalld do not show all rules. */
  private boolean ofManager(FirewallReading reading) {
    return situation.facts().source(reading) instanceof Source.From from
        && from.premises().stream()
            .anyMatch(
                premise ->
                    premise instanceof FirewallRuleset listed
                        && (listed.tool() == FirewallTool.UFW
                            || listed.tool() == FirewallTool.FIREWALLD));
  }

  private boolean computed(FirewallReading reading) {
    return situation.facts().source(reading) instanceof Source.From;
  }

  /** What follows from the listed rules counts for more than how somebody read them. */
  private boolean disputes(FirewallReading other, FirewallReading reading) {
    return !other.blocks()
        && (computed(other) || !computed(reading))
        && other.tool() == reading.tool()
        && other.packet() == reading.packet()
        && hook(other) == hook(reading)
        && !other.partOfSource().orElse(false)
        && !reading.partOfSource().orElse(false);
  }

  private List<Fact> premises(FirewallReading reading) {
    List<Fact> premises = new ArrayList<>(List.of(reading));
    situation.check().ifPresent(premises::add);
    return premises;
  }
}
