package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Statement;
import java.util.List;

/** Reads statements that put packets' keys into a set, with a limit for each key or without. */
final class SetUpdates {
  private final Cursor cursor;

  SetUpdates(Cursor cursor) {
    this.cursor = cursor;
  }

  void read(List<Statement> statements) {
    cursor.next();
    cursor.text();
    if (cursor.take("size")) {
      cursor.next();
    }
    cursor.expect("{");
    Selector key = Selectors.read(cursor);
    key.needs().forEach(need -> statements.add(new Statement.Match(need)));
    while (cursor.take("timeout") || cursor.take("comment")) {
      cursor.next();
    }
    Limits limits = new Limits(cursor);
    if (limits.at()) {
      statements.add(limits.read());
    } else if (cursor.take("counter")) {
      Decisions.skipCounter(cursor);
    }
    cursor.expect("}");
  }
}
