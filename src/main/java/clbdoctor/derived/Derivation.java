package clbdoctor.derived;

import clbdoctor.fact.Derived;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.Source;
import java.util.ArrayList;
import java.util.List;

/** Adds to the observed facts of a report all that follows from them. */
public final class Derivation {
  private Derivation() {}

  /** The given facts, and behind them the derived ones with their premises as source. */
  public static Facts complete(Facts observed) {
    Conclusions conclusions = new Conclusions(observed);
    Situation situation = new Situation(conclusions.facts());
    Surveys.derive(situation, conclusions.known());
    Bindings.derive(situation, conclusions.known());
    ServiceSockets.derive(situation, conclusions.known());
    Publications.derive(situation, conclusions.known());
    ServedPorts.derive(situation, conclusions.known());
    RulesetReadings.derive(situation, conclusions.known());
    Bans.derive(situation, conclusions.known());
    Filters.derive(situation, conclusions.known());
    Echoes.derive(situation, conclusions.known());
    Denials.derive(situation, conclusions.known());
    Parameters.derive(situation, conclusions.known());
    Windows.derive(situation, conclusions.known());
    CloudSide.derive(situation, conclusions.known());
    TargetReasons.derive(situation, conclusions.known());
    CustomAnswers.derive(situation, conclusions.known());
    Readings.derive(situation, conclusions.known());
    Answers.derive(situation, conclusions.known());
    Trials.derive(situation, conclusions.known());
    Exonerations.derive(situation, conclusions.known());
    Pages.derive(situation, conclusions.known());
    ProgramErrors.derive(situation, conclusions.known());
    RequestComplaints.derive(situation, conclusions.known());
    Hosts.derive(situation, conclusions.known());
    Redirects.derive(situation, conclusions.known());
    HostObjections.derive(situation, conclusions.known());
    Speeches.derive(situation, conclusions.known());
    Ciphers.derive(situation, conclusions.known());
    CheckRates.derive(situation, conclusions.known());
    ProxyHeaders.derive(situation, conclusions.known());
    GrpcAnswers.derive(situation, conclusions.known());
    Replies.derive(situation, conclusions.known());
    Addresses.derive(situation, conclusions.known());
    NetworkSigns.derive(situation, conclusions.known());
    Steps.derive(situation, conclusions.known());
    Satisfaction.derive(situation, conclusions.known());
    SelfTests.derive(situation, conclusions.known());
    Symptoms.derive(situation, conclusions.known());
    ShownStates.derive(situation, conclusions.known());
    FilterPassages.derive(situation, conclusions.known());
    Intermittences.derive(situation, conclusions.known());
    LoneAddresses.derive(situation, conclusions.known());
    HealthPages.derive(situation, conclusions.known());
    UnseenFailures.derive(situation, conclusions.known());
    Complaints.derive(situation, conclusions.known());
    Ends.derive(situation, conclusions.known());
    Services.derive(situation, conclusions.known());
    Limits.derive(situation, conclusions.known());
    Wrappers.derive(situation, conclusions.known());
    return conclusions.known().facts();
  }

  /** What follows by one computation; it becomes known before the next one. */
  static final class Conclusions {
    private final List<Fact> facts = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final Facts.Builder known = new Facts.Builder();

    private Conclusions(Facts observed) {
      known.addAll(observed);
    }

    /** All that is known; it grows. */
    private Facts facts() {
      return known.soFar();
    }

    /** The same, with what has followed up to here known. */
    private Conclusions known() {
      for (int i = 0; i < facts.size(); i++) {
        known.add(facts.get(i), sources.get(i));
      }
      facts.clear();
      sources.clear();
      return this;
    }

    void add(Derived fact, Fact... premises) {
      add((Fact) fact, List.of(premises));
    }

    void add(Derived fact, List<Fact> premises) {
      add((Fact) fact, premises);
    }

    /** What a person would have read from a ruleset; it stands beside what persons wrote. */
    void addReading(FirewallReading reading, List<Fact> premises) {
      add((Fact) reading, premises);
    }

    private void add(Fact fact, List<Fact> premises) {
      facts.add(fact);
      sources.add(new Source.From(premises));
    }
  }
}
