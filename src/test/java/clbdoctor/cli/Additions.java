package clbdoctor.cli;

import clbdoctor.derived.Derivation;
import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Judge;
import clbdoctor.diagnosis.Judge.Weighed;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reports that know more than another: sections that the first leaves open come from a second. */
final class Additions {
  /** What is asked of the server, rather than seen of it; to add it changes the question. */
  static final Set<Subject> SETTINGS =
      EnumSet.of(
          Subject.PLATFORM,
          Subject.BACK_END,
          Subject.LISTENER,
          Subject.HEALTH_CHECK,
          Subject.TARGET_STATE,
          Subject.LOAD_BALANCER,
          Subject.KUBERNETES_SERVICE,
          Subject.SURVEYS);

  /** Both tell of the one packet filter that a server has. */
  private static final Set<Subject> FILTER =
      EnumSet.of(Subject.FIREWALL, Subject.FIREWALL_RULESETS);

  private Additions() {}

  /** Sections of the donor that the facts leave open, each with even chance, and at least one. */
  static Optional<Facts> to(Facts facts, Facts donor, Random random) {
    Set<Subject> open = sections(donor);
    open.removeAll(sections(facts));
    open.removeAll(SETTINGS);
    if (sections(facts).stream().anyMatch(FILTER::contains)) {
      open.removeAll(FILTER);
    }
    if (open.isEmpty()) {
      return Optional.empty();
    }
    List<Subject> choice = List.copyOf(open);
    Set<Subject> chosen = EnumSet.of(choice.get(random.nextInt(choice.size())));
    open.stream().filter(subject -> random.nextBoolean()).forEach(chosen::add);
    return Optional.of(with(facts, donor, chosen));
  }

  static Facts with(Facts facts, Facts donor, Set<Subject> sections) {
    Facts.Builder more = new Facts.Builder().addAll(facts);
    donor.all().stream()
        .filter(fact -> section(fact).map(sections::contains).orElse(false))
        .forEach(fact -> more.add(fact, donor.source(fact)));
    return more.build();
  }

  static Set<Subject> sections(Facts facts) {
    return facts.all().stream()
        .flatMap(fact -> section(fact).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Subject.class)));
  }

  static Optional<Subject> section(Fact fact) {
    return fact instanceof Surveyed looked
        ? Optional.of(looked.subject())
        : Subject.ofType(fact.getClass());
  }

  static Weighed weigh(Doctor doctor, Facts observed) {
    Facts facts = Derivation.complete(observed);
    return Judge.weigh(facts, doctor.rules().run(facts), doctor.catalogue());
  }

  static Set<String> named(Weighed weighed, Certainty... certainties) {
    return weighed.causes().stream()
        .filter(cause -> List.of(certainties).contains(cause.certainty()))
        .map(cause -> cause.page().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the report says what speaks against the cause. */
  static boolean saidAgainst(Weighed weighed, String id) {
    return weighed.ruledOut().stream().anyMatch(excluded -> excluded.page().id().equals(id))
        || cause(weighed, id).filter(named -> !named.against().isEmpty()).isPresent();
  }

  static Optional<NamedCause> cause(Weighed weighed, String id) {
    return weighed.causes().stream().filter(cause -> cause.page().id().equals(id)).findFirst();
  }
}
