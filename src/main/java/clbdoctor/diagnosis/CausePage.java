package clbdoctor.diagnosis;

import clbdoctor.fact.SymptomKind;
import java.util.List;
import java.util.Set;

/**
 * What the rule folder says about a cause beside its rules.
 *
 * @param id the name of its two files
 * @param file its own file, for messages
 * @param layer the folder without its number: {@code host-firewall}
 * @param order place of its folder on the way of the check, then of the id in it
 * @param title the cause in one sentence, without a full stop
 * @param meaning what it means for the operator
 * @param explains the symptoms that it brings about
 * @param fixes ids of the procedures that cure it, in order
 */
public record CausePage(
    String id,
    String file,
    String layer,
    int order,
    String title,
    String meaning,
    Set<SymptomKind> explains,
    List<String> fixes) {

  public CausePage {
    explains = Set.copyOf(explains);
    fixes = List.copyOf(fixes);
  }

  /** The same page at its place on the way of the check. */
  public CausePage at(int place) {
    return new CausePage(id, file, layer, place, title, meaning, explains, fixes);
  }
}
