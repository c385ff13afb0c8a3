package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.ElementMap;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the body of a named set or map. */
final class SetReader {
  private final String name;
  private final Cursor cursor;
  private final boolean map;
  private List<DataType> types = List.of();
  private Optional<DataType> data = Optional.empty();
  private boolean fed;
  private NftSet result;

  private SetReader(String name, List<Token> body, boolean map) {
    this.name = name;
    this.cursor = new Cursor(body);
    this.map = map;
  }

  /** The set; an unreadable one where its types or elements are not modelled. */
  static NftSet read(String name, List<Token> body, boolean map, boolean fed) {
    SetReader reader = new SetReader(name, body, map);
    reader.fed = fed;
    try {
      return reader.run();
    } catch (SyntaxException | IllegalArgumentException e) {
      return NftSet.unreadable(name);
    }
  }

  private NftSet run() {
    while (!cursor.done()) {
      Token token = cursor.next();
      switch (token.text()) {
        case "\n", ";" -> {}
        case "type" -> types(false);
        case "typeof" -> types(true);
        case "flags" -> flags();
        case "elements" -> elements();
        case "timeout", "gc-interval", "size", "policy", "comment" -> cursor.next();
        case "auto-merge", "counter" -> {}
        default -> other(token);
      }
    }
    return result != null ? result : empty();
  }

  private static void other(Token token) {
    if (token.kind() != Token.Kind.COMMENT) {
      throw new SyntaxException("\"" + token.text() + "\" is not modelled in a set");
    }
  }

  private void types(boolean ofExpressions) {
    List<DataType> read = new ArrayList<>();
    do {
      if (ofExpressions) {
        read.add(Selectors.single(cursor).type());
      } else {
        read.add(DataType.of(cursor.word()));
      }
    } while (cursor.take("."));
    types = read;
    if (map) {
      cursor.expect(":");
      String word = cursor.word();
      data = Optional.of(DataType.of(word.equals("meta") ? cursor.word() : word));
    }
  }

  private void flags() {
    do {
      fed |= cursor.word().equals("dynamic");
    } while (cursor.take(","));
  }

  private void elements() {
    cursor.expect("=");
    ElementReader reader = new ElementReader(cursor, types);
    if (!map) {
      result = ofSet(reader.set());
    } else if (dataType() == DataType.VERDICT) {
      result = ofDecisions(reader.decisions());
    } else {
      result = ofValues(reader.values(dataType()));
    }
  }

  private DataType dataType() {
    return data.orElseThrow(() -> new SyntaxException("a map has a type"));
  }

  private NftSet empty() {
    if (!map) {
      return ofSet(new Elements.Flat(RangeSet.EMPTY));
    }
    return dataType() == DataType.VERDICT
        ? ofDecisions(new ElementMap<>(List.of(), Optional.empty()))
        : ofValues(new ElementMap<>(List.of(), Optional.empty()));
  }

  private NftSet ofSet(Elements elements) {
    return new NftSet(name, fed, Optional.of(elements), Optional.empty(), Optional.empty());
  }

  private NftSet ofValues(ElementMap<Bits> values) {
    return new NftSet(name, fed, Optional.empty(), Optional.of(values), Optional.empty());
  }

  private NftSet ofDecisions(ElementMap<Decision> decisions) {
    return new NftSet(name, fed, Optional.empty(), Optional.empty(), Optional.of(decisions));
  }
}
