package clbdoctor.diagnosis;

/** How sure a cause is, most certain first. */
public enum Certainty {
  /** The observations leave no rival. */
  CONFIRMED,

  /** The observations speak for it; a rival is not excluded. */
  LIKELY,

  /** Consistent with the observations; rivals remain. */
  POSSIBLE
}
