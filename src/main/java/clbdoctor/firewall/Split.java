package clbdoctor.firewall;

import clbdoctor.firewall.model.RangeSet;

/** The sources for which a condition holds, does not hold, or may hold. */
record Split(RangeSet yes, RangeSet no, RangeSet maybe) {

  static Split yes(RangeSet all) {
    return new Split(all, RangeSet.EMPTY, RangeSet.EMPTY);
  }

  static Split no(RangeSet all) {
    return new Split(RangeSet.EMPTY, all, RangeSet.EMPTY);
  }

  static Split maybe(RangeSet all) {
    return new Split(RangeSet.EMPTY, RangeSet.EMPTY, all);
  }

  /** Yes for {@code matched}, no for the others. */
  static Split at(RangeSet all, RangeSet matched) {
    return new Split(all.intersect(matched), all.minus(matched), RangeSet.EMPTY);
  }

  static Split of(RangeSet all, boolean holds) {
    return holds ? yes(all) : no(all);
  }

  Split negated() {
    return new Split(no, yes, maybe);
  }

  Split negatedIf(boolean negate) {
    return negate ? negated() : this;
  }

  Split and(Split other) {
    RangeSet both = yes.intersect(other.yes);
    RangeSet neither = no.union(other.no);
    RangeSet all = yes.union(no).union(maybe);
    return new Split(both, neither, all.minus(both).minus(neither));
  }

  Split or(Split other) {
    return negated().and(other.negated()).negated();
  }

  /** The answers for two separate groups of sources, side by side. */
  Split beside(Split other) {
    return new Split(yes.union(other.yes), no.union(other.no), maybe.union(other.maybe));
  }
}
