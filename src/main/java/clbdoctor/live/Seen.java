package clbdoctor.live;

import clbdoctor.fact.Observed;
import java.util.List;

/** What came of a plan: what its looks printed, and what its probes met. */
public record Seen(List<Shown> shown, List<Observed> probed) {

  public Seen {
    shown = List.copyOf(shown);
    probed = List.copyOf(probed);
  }
}
