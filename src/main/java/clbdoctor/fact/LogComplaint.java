package clbdoctor.fact;

/** A message in a log whose meaning is known. */
@ComputedFrom(Subject.LOGS)
public record LogComplaint(Complaint about) implements Derived {

  /** Whether programs end, or do not even start, for want of this. */
  public boolean tellsWhy() {
    return switch (about) {
      case ADDRESS_IN_USE,
          OUT_OF_MEMORY,
          CANNOT_START_PROCESS,
          TOO_MANY_OPEN_FILES,
          NO_SPACE_LEFT,
          PROGRAM_KILLED,
          DEPENDENCY_UNREACHABLE ->
          true;
      default -> false;
    };
  }

  @Override
  public String sentence() {
    return "a log complains: " + about;
  }
}
