package clbdoctor.collect.probe;

import java.util.ArrayList;
import java.util.List;

/** What is left of a command's arguments without its options. */
final class Operands {
  private Operands() {}

  /**
   * The operands.
   *
   * @param valued the options that take the next word as their value, between blanks
   */
  static List<String> of(List<String> arguments, String valued) {
    List<String> operands = new ArrayList<>();
    List<String> withValue = List.of(valued.split(" "));
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!word.startsWith("-")) {
        operands.add(word);
      } else if (withValue.contains(word)
          || withValue.contains("-" + word.charAt(word.length() - 1))) {
        i++;
      }
    }
    return operands;
  }
}
