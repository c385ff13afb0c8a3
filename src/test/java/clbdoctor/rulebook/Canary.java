package clbdoctor.rulebook;

/** Sings when it is initialised, which no rule is able to bring about. */
public final class Canary {
  static {
    System.setProperty("clbdoctor.canary", "sung");
  }
}
