package clbdoctor.firewall.model;

import clbdoctor.firewall.model.Origins.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A listing that is written from another one, and knows the line there that a rule is from. */
public final class WrittenListing {
  private final StringBuilder text = new StringBuilder();
  private final Map<Integer, Origin> origins = new HashMap<>();
  private int lines;

  public void write(String line) {
    text.append(line).append('\n');
    lines++;
  }

  public void write(String line, Origin origin) {
    write(line);
    origins.put(lines, origin);
  }

  /** The rules as {@code reader} reads them, with the lines and texts of the other listing. */
  public Ruleset read(Function<String, Ruleset> reader) {
    return Origins.give(reader.apply(text.toString()), origins);
  }
}
