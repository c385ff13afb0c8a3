package clbdoctor.derived;

import clbdoctor.fact.Derived;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.Source;
import java.util.List;

/** Adds to the observed facts of a report all that follows from them. */
public final class Derivation {
  private Derivation() {}

  /** One computation: reads the facts known so far and adds what follows. */
  private interface Computation {
    void run(Situation situation, Conclusions conclusions);
  }

  private static final List<Computation> COMPUTATIONS =
      List.of(
          Surveys::derive,
          Bindings::derive,
          ServiceSockets::derive,
          Publications::derive,
          ServedPorts::derive,
          RulesetReadings::derive,
          Bans::derive,
          Filters::derive,
          Echoes::derive,
          Denials::derive,
          Parameters::derive,
          Windows::derive,
          CloudSide::derive,
          TargetReasons::derive,
          CustomAnswers::derive,
          Readings::derive,
          Answers::derive,
          Trials::derive,
          Exonerations::derive,
          Pages::derive,
          ProgramErrors::derive,
          RequestComplaints::derive,
          Hosts::derive,
          Redirects::derive,
          HostObjections::derive,
          Speeches::derive,
          Ciphers::derive,
          CheckRates::derive,
          ProxyHeaders::derive,
          GrpcAnswers::derive,
          Replies::derive,
          Addresses::derive,
          NetworkSigns::derive,
          Steps::derive,
          Satisfaction::derive,
          SelfTests::derive,
          Symptoms::derive,
          ShownStates::derive,
          Intermittences::derive,
          LoneAddresses::derive,
          HealthPages::derive,
          UnseenFailures::derive,
          Complaints::derive,
          Ends::derive,
          Services::derive,
          Limits::derive,
          Wrappers::derive);

  /** The given facts, and behind them the derived ones with their premises as source. */
  public static Facts complete(Facts observed) {
    Facts facts = observed;
    for (Computation computation : COMPUTATIONS) {
      Conclusions conclusions = new Conclusions(facts);
      computation.run(new Situation(facts), conclusions);
      facts = conclusions.facts.build();
    }
    return facts;
  }

  /** Where a computation puts what follows. */
  static final class Conclusions {
    private final Facts.Builder facts = new Facts.Builder();

    private Conclusions(Facts known) {
      facts.addAll(known);
    }

    void add(Derived fact, Fact... premises) {
      facts.add(fact, new Source.From(List.of(premises)));
    }

    /** What a person would have read from a ruleset; it stands beside what persons wrote. */
    void addReading(FirewallReading reading, List<Fact> premises) {
      facts.add(reading, new Source.From(premises));
    }

    void add(Derived fact, List<Fact> premises) {
      facts.add(fact, new Source.From(premises));
    }
  }
}
