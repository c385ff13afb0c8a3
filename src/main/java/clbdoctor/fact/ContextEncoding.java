package clbdoctor.fact;

/** How the bytes of a custom check are written. */
public enum ContextEncoding {
  /** As visible ASCII. */
  TEXT,
  /** Two hexadecimal digits a byte. */
  HEX
}
