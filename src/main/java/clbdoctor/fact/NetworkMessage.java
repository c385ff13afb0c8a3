package clbdoctor.fact;

/** A line of a log whose words name a fault of the network stack. */
@ComputedFrom(Subject.LOGS)
public record NetworkMessage(NetworkMessageKind kind, String text) implements Derived {

  @Override
  public String sentence() {
    return "a log says: " + text;
  }
}
