package clbdoctor.firewall;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.RateLimit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Evaluates conditions in three values: yes, no, not to be known. */
final class Conditions {
  private final Expressions expressions;
  private final Ipsets ipsets;
  private final LimitMode limits;
  private final Doubts doubts;

  Conditions(Expressions expressions, Ipsets ipsets, LimitMode limits, Doubts doubts) {
    this.expressions = expressions;
    this.ipsets = ipsets;
    this.limits = limits;
    this.doubts = doubts;
  }

  Split evaluate(Condition condition, Flow flow) {
    if (condition instanceof Condition.Among among) {
      return among(among.value(), among.elements(), among.negated(), flow);
    }
    if (condition instanceof Condition.InSet inSet) {
      return inSet(inSet, flow);
    }
    if (condition instanceof Condition.Both both) {
      return both(both, flow);
    }
    if (condition instanceof Condition.Either either) {
      return either(either, flow);
    }
    if (condition instanceof Condition.Not not) {
      return evaluate(not.condition(), flow).negated();
    }
    return other(condition, flow);
  }

  private Split other(Condition condition, Flow flow) {
    if (condition instanceof Condition.InIpset inIpset) {
      return ipsets.evaluate(inIpset, flow, doubts);
    }
    if (condition instanceof Condition.Always always) {
      return Split.of(flow.sources(), always.holds());
    }
    if (condition instanceof Condition.WithinLimit within) {
      return withinLimit(within.limit(), flow.sources());
    }
    return doubtful(((Condition.Obscure) condition).construct(), flow.sources());
  }

  private Split among(Expression value, Elements elements, boolean negated, Flow flow) {
    return overPieces(
        value, flow, piece -> Membership.among(piece.value(), elements, piece.sources()), negated);
  }

  private Split overPieces(
      Expression value,
      Flow flow,
      java.util.function.Function<Piece, Split> membership,
      boolean negated) {
    Split whole = null;
    for (Piece piece : expressions.evaluate(value, flow)) {
      Split part =
          Values.absent(piece.value())
              ? Split.no(piece.sources())
              : membership.apply(piece).negatedIf(negated);
      note(part.maybe(), piece.value());
      whole = whole == null ? part : whole.beside(part);
    }
    return whole;
  }

  private Split inSet(Condition.InSet inSet, Flow flow) {
    UnaryOperator<Split> snapshot =
        split -> new Split(split.yes(), RangeSet.EMPTY, split.no().union(split.maybe()));
    String why = "set " + inSet.set().name() + ", which rules fill";
    BiConsumer<RangeSet, String> noted = doubts::note;
    return overPieces(
        inSet.value(),
        flow,
        piece -> {
          Split now = Membership.among(piece.value(), inSet.set().elements(), piece.sources());
          Split split = inSet.set().fed() ? snapshot.apply(now) : now;
          if (inSet.set().fed() && !split.maybe().isEmpty()) {
            noted.accept(split.maybe(), why);
          }
          return split;
        },
        inSet.negated());
  }

  private Split both(Condition.Both both, Flow flow) {
    Split split = Split.yes(flow.sources());
    for (Condition condition : both.all()) {
      RangeSet open = split.yes().union(split.maybe());
      if (open.isEmpty()) {
        return split;
      }
      Split next = evaluate(condition, flow.from(open));
      split = split.and(next.beside(Split.no(split.no())));
    }
    return split;
  }

  private Split either(Condition.Either either, Flow flow) {
    Split split = Split.no(flow.sources());
    for (Condition condition : either.any()) {
      RangeSet open = split.no().union(split.maybe());
      if (open.isEmpty()) {
        return split;
      }
      Split next = evaluate(condition, flow.from(open));
      split = split.or(next.beside(Split.yes(split.yes())));
    }
    return split;
  }

  private Split withinLimit(RateLimit limit, RangeSet sources) {
    doubts.note(sources, limit);
    return switch (limits) {
      case UNKNOWN -> Split.maybe(sources);
      case KEPT -> Split.of(sources, !limit.over());
      case EXCEEDED -> Split.of(sources, limit.over());
    };
  }

  private Split doubtful(String construct, RangeSet sources) {
    doubts.note(sources, construct);
    return Split.maybe(sources);
  }

  private void note(RangeSet sources, Value value) {
    if (!sources.isEmpty()) {
      doubts.note(sources, Doubts.reason(value));
    }
  }
}
