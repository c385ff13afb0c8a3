package clbdoctor.collect.output;

import java.util.List;

/** A line of a text without its line end; the number counts from 1. */
public record Line(int number, String text) {

  public boolean blank() {
    return text.isBlank();
  }

  /** The words between white space. */
  public List<String> words() {
    return blank() ? List.of() : List.of(text.trim().split("\\s+"));
  }

  /** This line with the next one joined to it by a space; it keeps its number. */
  public Line join(Line next) {
    return new Line(number, text + " " + next.text.trim());
  }
}
