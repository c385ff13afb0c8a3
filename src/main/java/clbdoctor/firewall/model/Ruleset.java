package clbdoctor.firewall.model;

import java.util.List;

/**
 * Everything one tool showed.
 *
 * @param unread what could not be read, or is known to be missing from what was shown
 */
public record Ruleset(Tool tool, List<Table> tables, List<Unread> unread) {

  public Ruleset {
    tables = List.copyOf(tables);
    unread = List.copyOf(unread);
  }
}
