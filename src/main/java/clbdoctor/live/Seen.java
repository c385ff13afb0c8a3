package clbdoctor.live;

import clbdoctor.fact.Observed;
import java.util.List;

/** What came of a plan: what its looks printed, and what its probes met. */
public record Seen(List<Caught> caught, List<Observed> probed) {

  public Seen {
    caught = List.copyOf(caught);
    probed = List.copyOf(probed);
  }
}
