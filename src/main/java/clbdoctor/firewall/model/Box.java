package clbdoctor.firewall.model;

import java.util.List;

/** A set or map element: one range for each part of the key. */
public record Box(List<Range> sides) {

  public Box {
    sides = List.copyOf(sides);
  }

  public static Box of(Range side) {
    return new Box(List.of(side));
  }
}
