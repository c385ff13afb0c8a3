package clbdoctor.fact;

/** A message in a log whose meaning is known. */
@ComputedFrom(Subject.LOGS)
public record LogComplaint(Complaint about) implements Derived {

  /** Whether it says why a program ended, not only that it did. */
  public boolean tellsWhy() {
    return about != Complaint.PROGRAM_ENDED;
  }

  @Override
  public String sentence() {
    return "a log complains: " + about;
  }
}
