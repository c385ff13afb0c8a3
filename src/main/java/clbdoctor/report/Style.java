package clbdoctor.report;

import clbdoctor.diagnosis.Certainty;

/** How a terminal shows emphasis; without colour the words alone must do. */
public enum Style {
  PLAIN,
  COLOUR;

  String heading(String text) {
    return sgr("1", text);
  }

  String certainty(Certainty certainty) {
    return switch (certainty) {
      case CONFIRMED -> sgr("1;31", certainty.name());
      case LIKELY -> sgr("1;33", certainty.name());
      case POSSIBLE -> sgr("33", certainty.name());
    };
  }

  String good(String text) {
    return sgr("1;32", text);
  }

  String bad(String text) {
    return sgr("1;31", text);
  }

  String dim(String text) {
    return sgr("2", text);
  }

  String command(String text) {
    return sgr("36", text);
  }

  /** Select Graphic Rendition (ECMA-48 §8.3.117). */
  private String sgr(String code, String text) {
    return this == PLAIN ? text : "\033[" + code + "m" + text + "\033[0m";
  }
}
