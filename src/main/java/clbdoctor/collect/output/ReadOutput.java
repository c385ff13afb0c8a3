package clbdoctor.collect.output;

import clbdoctor.fact.Observed;
import clbdoctor.fact.Survey;
import java.util.ArrayList;
import java.util.List;

/**
 * What a text told.
 *
 * @param facts in the order of the text
 * @param surveys what the text shows completely, see {@link Survey}
 * @param unread lines that nobody understood
 * @param recognizedAs the tools whose output it is, in the order of the text
 */
public record ReadOutput(
    List<LineFact> facts,
    List<Survey> surveys,
    List<UnreadLine> unread,
    List<String> recognizedAs) {

  /** A text that told nothing. */
  public static final ReadOutput NOTHING =
      new ReadOutput(List.of(), List.of(), List.of(), List.of());

  public ReadOutput {
    facts = List.copyOf(facts);
    surveys = List.copyOf(surveys);
    unread = List.copyOf(unread);
    recognizedAs = List.copyOf(recognizedAs);
  }

  /** The facts without their lines. */
  public List<Observed> observed() {
    return facts.stream().map(LineFact::fact).toList();
  }

  /** This and what a later part of the text told. */
  public ReadOutput then(ReadOutput later) {
    return new ReadOutput(
        joined(facts, later.facts),
        joined(surveys, later.surveys),
        joined(unread, later.unread),
        joined(recognizedAs, later.recognizedAs));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
