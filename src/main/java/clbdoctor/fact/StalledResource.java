package clbdoctor.fact;

/** What tasks wait for, as /proc/pressure divides it. */
public enum StalledResource {
  /** The processor. */
  CPU,
  /** Memory. */
  MEMORY,
  /** Storage. */
  IO
}
