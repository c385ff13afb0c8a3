package clbdoctor.fact;

/** Somebody looked at this part of the situation, whether they saw something or nothing. */
public record Surveyed(Subject subject) implements Derived {

  @Override
  public String sentence() {
    return "somebody looked at " + subject.key();
  }
}
