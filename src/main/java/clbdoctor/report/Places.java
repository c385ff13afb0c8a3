package clbdoctor.report;

import java.util.List;

/** Places as a reader wants them: the file once, then only lines and columns in it. */
final class Places {
  private Places() {}

  private static final String HERE = "this server, ";

  /** {@code report.yaml:18:5, 6:10}; {@code this server, backEnd, output of ss -ltnpe}. */
  static String text(List<String> places) {
    StringBuilder text = new StringBuilder();
    String file = "";
    boolean here = false;
    for (String place : places) {
      boolean same = !file.isEmpty() && place.startsWith(file + ":");
      text.append(text.isEmpty() ? "" : ", ")
          .append(
              same
                  ? place.substring(file.length() + 1)
                  : here && place.startsWith(HERE) ? place.substring(HERE.length()) : place);
      here |= place.startsWith(HERE);
      file = place.replaceFirst(":[0-9]+:[0-9]+$", "");
    }
    return text.toString();
  }
}
