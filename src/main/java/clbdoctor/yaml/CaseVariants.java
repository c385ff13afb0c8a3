package clbdoctor.yaml;

import clbdoctor.text.Problem;
import clbdoctor.yaml.Node.Entry;
import clbdoctor.yaml.Node.Mapping;
import clbdoctor.yaml.Node.Sequence;
import clbdoctor.yaml.RuleForms.CaseForm;
import clbdoctor.yaml.RuleForms.VariantForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes out the variants of a case: the same facts with one difference. */
final class CaseVariants {
  private CaseVariants() {}

  /** The variants as cases of their own; every node keeps its place in the file. */
  static List<CaseForm> of(String file, CaseForm base, List<Problem> problems) {
    Set<String> given = keys(Optional.of(base.given()));
    for (VariantForm variant : base.but()) {
      unheard(variant, given).stream()
          .map(key -> problem(file, base, variant, key))
          .forEach(problems::add);
    }
    return base.but().stream().map(variant -> of(base, variant)).toList();
  }

  /** Sections to be taken away or replaced that the case does not have. */
  private static Set<String> unheard(VariantForm variant, Set<String> given) {
    Set<String> unheard = new TreeSet<>(variant.unknown());
    unheard.addAll(keys(variant.instead()));
    unheard.removeAll(given);
    return unheard;
  }

  private static Problem problem(String file, CaseForm base, VariantForm variant, String key) {
    Node place = variant.instead().orElse(base.given());
    return new Problem(
        file,
        place.line(),
        place.column(),
        "\"but "
            + variant.name()
            + "\": the case has no section \""
            + key
            + "\"; what comes in addition stands under \"with\"");
  }

  private static Set<String> keys(Optional<Node> node) {
    return entries(node).stream().map(Entry::key).collect(Collectors.toSet());
  }

  private static CaseForm of(CaseForm base, VariantForm variant) {
    return new CaseForm(
        base.name() + ", but " + variant.name(),
        given(base.given(), variant),
        variant.expect().orElse(base.expect()),
        List.of());
  }

  private static Node given(Node base, VariantForm variant) {
    List<Entry> sections = new ArrayList<>(entries(Optional.of(base)));
    sections.removeIf(section -> variant.unknown().contains(section.key()));
    entries(variant.instead()).forEach(section -> put(sections, section));
    for (Entry section : entries(variant.with())) {
      Optional<Entry> present =
          sections.stream().filter(one -> one.key().equals(section.key())).findFirst();
      put(sections, present.map(one -> joined(one, section)).orElse(section));
    }
    Node place = variant.with().or(variant::instead).orElse(base);
    return new Mapping(sections, place.line(), place.column());
  }

  /** Further entries of a list, other values of a single section. */
  private static Entry joined(Entry present, Entry further) {
    if (present.value() instanceof Sequence some && further.value() instanceof Sequence more) {
      List<Node> items = Stream.concat(some.items().stream(), more.items().stream()).toList();
      return with(further, new Sequence(items, more.line(), more.column()));
    }
    if (present.value() instanceof Mapping some && further.value() instanceof Mapping more) {
      List<Entry> values = new ArrayList<>(some.entries());
      more.entries().forEach(value -> put(values, value));
      return with(further, new Mapping(values, more.line(), more.column()));
    }
    return further;
  }

  private static Entry with(Entry entry, Node value) {
    return new Entry(entry.key(), entry.line(), entry.column(), value);
  }

  private static void put(List<Entry> entries, Entry entry) {
    entries.removeIf(other -> other.key().equals(entry.key()));
    entries.add(entry);
  }

  private static List<Entry> entries(Optional<Node> node) {
    return node.filter(Mapping.class::isInstance)
        .map(mapping -> ((Mapping) mapping).entries())
        .orElse(List.of());
  }
}
