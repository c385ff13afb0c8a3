package clbdoctor.text;

import java.util.Locale;

/** How grave a problem is, gravest first. */
public enum Severity {
  /** The files cannot be used, or would say something wrong. */
  ERROR,

  /** The files work, but probably not as meant. */
  WARNING,

  /** Worth knowing. */
  NOTE;

  /** {@code error}, as compilers and SARIF write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
