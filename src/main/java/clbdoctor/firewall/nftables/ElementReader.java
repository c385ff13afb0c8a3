package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Box;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.ElementMap;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what stands between the braces of a set or map. */
final class ElementReader {
  private final Cursor cursor;
  private final List<DataType> types;

  ElementReader(Cursor cursor, List<DataType> types) {
    this.cursor = cursor;
    this.types = types;
  }

  Elements set() {
    boolean flat = types.size() == 1;
    List<Range> ranges = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    cursor.expect("{");
    while (!cursor.take("}")) {
      skipBreaks();
      if (cursor.sees("*")) {
        throw new SyntaxException("* is no element of a set");
      }
      if (flat) {
        ranges.add(Values.range(types.get(0), cursor.next()));
      } else {
        boxes.add(box());
      }
      skipProperties();
      separator();
    }
    return flat ? new Elements.Flat(RangeSet.of(ranges)) : Elements.of(boxes);
  }

  ElementMap<Bits> values(DataType data) {
    return map(
        from -> {
          Range range = Values.range(data, from.next());
          if (!range.first().equals(range.last())) {
            throw new SyntaxException("a range as the data of a map is not modelled");
          }
          return range.first();
        });
  }

  ElementMap<Decision> decisions() {
    return map(Decisions::read);
  }

  private <T> ElementMap<T> map(Function<Cursor, T> data) {
    List<ElementMap.Entry<T>> entries = new ArrayList<>();
    Optional<T> otherwise = Optional.empty();
    cursor.expect("{");
    while (!cursor.take("}")) {
      Optional<Box> key = key();
      skipProperties();
      cursor.expect(":");
      T value = data.apply(cursor);
      if (key.isPresent()) {
        entries.add(new ElementMap.Entry<>(key.get(), value));
      } else {
        otherwise = Optional.of(value);
      }
      skipProperties();
      separator();
    }
    return new ElementMap<>(entries, otherwise);
  }

  /** One element; nothing for {@code *}, which stands for every other key. */
  private Optional<Box> key() {
    skipBreaks();
    if (cursor.take("*")) {
      return Optional.empty();
    }
    return Optional.of(box());
  }

  private Box box() {
    List<Range> sides = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      if (i > 0) {
        cursor.expect(".");
      }
      sides.add(Values.range(types.get(i), cursor.next()));
    }
    return new Box(sides);
  }

  /** Timeouts, counters and comments change no membership; limits in an element would. */
  private void skipProperties() {
    while (!cursor.done()) {
      if (cursor.take("timeout") || cursor.take("expires") || cursor.take("comment")) {
        cursor.next();
      } else if (cursor.take("counter")) {
        Decisions.skipCounter(cursor);
      } else {
        return;
      }
    }
  }

  private void separator() {
    skipBreaks();
    if (!cursor.sees("}")) {
      cursor.expect(",");
      skipBreaks();
    }
  }

  private void skipBreaks() {
    while (!cursor.done() && cursor.peek().kind() == Token.Kind.BREAK) {
      cursor.next();
    }
  }
}
