package clbdoctor.diagnosis;

/** What one rule says when its conditions hold; written in a rule's {@code then} part. */
public sealed interface Conclusion {

  /** The id of the cause that the rule speaks of. */
  String causeId();

  /** {@code insert( new Cause( "no-listener", Certainty.CONFIRMED ) );} */
  record Cause(String causeId, Certainty certainty) implements Conclusion {}

  /** {@code insert( new RuledOut( "no-listener" ) );} */
  record RuledOut(String causeId) implements Conclusion {}
}
