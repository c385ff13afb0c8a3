package clbdoctor.yaml;

import clbdoctor.fact.About;
import clbdoctor.fact.Subject;
import clbdoctor.yaml.Shape.Key;
import clbdoctor.yaml.Shape.Occurs;

/** A fact file to fill in: every section and key, with what it means and an example. */
public final class FactTemplate {
  private static final String HEAD =
      """
      # What is known about one port of one real server. Leave out what nobody looked at: a section
      # that is missing is unknown, a list that is [] says that somebody looked and there is none.
      # Keys that are commented out may be left out. IPv6 addresses stand in quotes.
      schema: 1
      report: name of the server and port

      """;

  private static final String OUTPUTS =
      """
      # What commands printed, pasted as it is; the command may be left out when the text is
      # unmistakable, from: PEER or CHECK_SOURCE says that a probe did not run on the server.
      outputs:
        - command: ss -ltn
          text: |
            State   Recv-Q  Send-Q  Local Address:Port  Peer Address:Port
            LISTEN  0       511     127.0.0.1:80        0.0.0.0:*
      """;

  private FactTemplate() {}

  public static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    for (Subject subject : Subject.values()) {
      section(subject, text);
    }
    return text.append(OUTPUTS).toString();
  }

  private static void section(Subject subject, StringBuilder text) {
    text.append(subject.key()).append(":\n");
    boolean first = subject.list();
    for (Key key : Shape.of(subject.type()).keys()) {
      String indent = subject.list() ? (first ? "  - " : "    ") : "  ";
      boolean needed = key.occurs() == Occurs.ONCE || first || neverEmpty(subject, key);
      text.append(needed ? indent : "#" + indent.substring(1))
          .append(key.name())
          .append(": ")
          .append(key.about().map(About::example).map(FactTemplate::quoted).orElse(""))
          .append("  # ")
          .append(key.about().map(About::value).orElse(""))
          .append(needed ? "" : " (optional)")
          .append('\n');
      first = false;
    }
    text.append('\n');
  }

  /** A section of which every key may be left out still shows its first one. */
  private static boolean neverEmpty(Subject subject, Key key) {
    return Shape.of(subject.type()).keys().get(0).equals(key);
  }

  private static String quoted(String example) {
    return example.contains(": ") || example.contains(" #") || example.startsWith("-")
        ? "'" + example.replace("'", "''") + "'"
        : example;
  }
}
