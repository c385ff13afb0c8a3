package clbdoctor.diagnosis;

import clbdoctor.fact.Fact;
import java.util.List;

/** A rule whose conditions all held, with the facts that matched them. */
public record Firing(Rule rule, List<Fact> matched) {
  public Firing {
    matched = List.copyOf(matched);
  }
}
