package clbdoctor.collect.output;

import clbdoctor.fact.Observed;
import clbdoctor.fact.Survey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what a parser finds in a block. Every line must be accounted for: by a fact, as read
 * without one, or as unread; the rest is unread by itself. A survey holds only when the block is
 * whole and every line was understood.
 */
public final class Findings {
  private final String tool;
  private final Block block;
  private final List<LineFact> facts = new ArrayList<>();
  private final List<Survey> surveys = new ArrayList<>();
  private final List<UnreadLine> unread = new ArrayList<>();
  private final Set<Integer> accounted = new HashSet<>();

  public Findings(String tool, Block block) {
    this.tool = tool;
    this.block = block;
  }

  /** The line shows this fact. */
  public Findings fact(Line line, Observed fact) {
    accounted.add(line.number());
    facts.add(new LineFact(fact, line.number()));
    return this;
  }

  /** The line was understood; it shows nothing of interest, or a part of another line's fact. */
  public Findings read(Line line) {
    accounted.add(line.number());
    return this;
  }

  public Findings read(Row row) {
    row.parts().forEach(this::read);
    return this;
  }

  public Findings readAll() {
    block.lines().forEach(this::read);
    return this;
  }

  /** The line was not understood. */
  public Findings unread(Line line, String reason) {
    if (accounted.add(line.number())) {
      unread.add(new UnreadLine(line.number(), line.text(), reason));
    }
    return this;
  }

  /**
   * What the block misses nothing of, if it is whole and understood. Without the command nobody
   * knows what it was asked for.
   */
  public Findings survey(Survey survey) {
    surveys.add(survey);
    return this;
  }

  public boolean hasFacts() {
    return !facts.isEmpty();
  }

  public ReadOutput build() {
    for (Line line : block.lines()) {
      if (!line.blank()) {
        unread(line, "no line that " + tool + " is known to print");
      }
    }
    boolean complete = block.whole() && unread.isEmpty() && block.command().isPresent();
    return new ReadOutput(facts, complete ? surveys : List.of(), unread, List.of(tool));
  }
}
