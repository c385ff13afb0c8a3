package clbdoctor.firewall.iptables;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Box;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Ipset;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.Unread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the output of {@code ipset save} (ipset(8)):
 *
 * <pre>
 * create banned hash:net family inet hashsize 1024 maxelem 65536
 * add banned 100.64.0.0/12
 * add banned 100.65.0.0/16 nomatch
 * </pre>
 *
 * A last line without its end may have lost a part, such as {@code /12} that was {@code /128}.
 */
public final class IpsetSave {

  /** The sets, and the lines that could not be read. */
  public record Result(List<Ipset> sets, List<Unread> unread) {}

  private record Element(List<Range> sides, int prefix, boolean except) {}

  private record Open(
      String type, List<String> kinds, List<Element> elements, List<String> members) {

    static Open of(String type) {
      String[] kinds = type.substring(type.indexOf(':') + 1).split(",");
      return new Open(type, List.of(kinds), new ArrayList<>(), new ArrayList<>());
    }
  }

  private final Map<String, Open> sets = new LinkedHashMap<>();
  private final List<Unread> unread = new ArrayList<>();

  private IpsetSave() {}

  public static Result parse(String text) {
    IpsetSave save = new IpsetSave();
    int number = 0;
    for (int from = 0; from <= text.length(); ) {
      int end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
      String line = text.substring(from, end).strip();
      from = end + 1;
      number++;
      try {
        save.line(Words.of(line));
      } catch (IllegalArgumentException | SyntaxException e) {
        save.unread.add(new Unread(number, line, String.valueOf(e.getMessage())));
      }
    }
    if (!text.isBlank() && !text.endsWith("\n")) {
      save.unread.add(new Unread(number, "", "the last line does not end"));
    }
    List<Ipset> built = new ArrayList<>();
    save.sets.forEach((name, open) -> built.add(build(name, open)));
    return new Result(List.copyOf(built), List.copyOf(save.unread));
  }

  private void line(List<String> words) {
    if (words.isEmpty() || words.get(0).startsWith("#")) {
      return;
    }
    if (words.size() < 3 || !List.of("create", "add").contains(words.get(0))) {
      throw new SyntaxException("is neither create nor add");
    }
    String name = words.get(1);
    if (words.get(0).equals("create")) {
      sets.put(name, Open.of(words.get(2)));
      return;
    }
    Open set = sets.get(name);
    if (set == null) {
      throw new SyntaxException("set " + name + " is not created before");
    }
    if (set.type().equals("list:set")) {
      set.members().add(words.get(2));
    } else {
      boolean except = words.subList(3, words.size()).contains("nomatch");
      set.elements().add(element(set, words.get(2), except));
    }
  }

  private static Element element(Open set, String text, boolean except) {
    String[] parts = text.split(",", -1);
    if (set.kinds().size() != parts.length) {
      throw new SyntaxException("an element of " + set.kinds().size() + " parts is expected");
    }
    List<Range> sides = new ArrayList<>(parts.length);
    int prefix = 0;
    for (int i = 0; i < parts.length; i++) {
      switch (set.kinds().get(i)) {
        case "ip", "net" -> {
          sides.add(addresses(parts[i]));
          prefix += prefix(parts[i]);
        }
        case "port" -> addPort(parts[i], set.type().startsWith("bitmap"), sides);
        case "iface" -> sides.add(device(parts[i]));
        case "mark" -> sides.add(number(parts[i]));
        default -> sides.add(Range.ALL);
      }
    }
    return new Element(sides, prefix, except);
  }

  private static void addPort(String text, boolean bare, List<Range> sides) {
    int colon = text.indexOf(':');
    if (!bare) {
      int protocol = colon < 0 ? 6 : Numbers.protocol(text.substring(0, colon));
      sides.add(Range.of(protocol, protocol));
    }
    sides.add(
        ports(IcmpTypes.typeAndCode(text.substring(0, colon + 1), text.substring(colon + 1))));
  }

  /** {@code 80}, {@code 80-90} or an ICMP type and code such as {@code 8/0}. */
  private static Range ports(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      long type = Numbers.parse(text.substring(0, slash));
      long value = type << 8 | Numbers.parse(text.substring(slash + 1));
      return Range.of(value, value);
    }
    String[] ends = text.split("-", -1);
    long first = Numbers.parse(ends[0]);
    return Range.of(first, ends.length == 1 ? first : Numbers.parse(ends[1]));
  }

  private static Range number(String text) {
    long value = Numbers.parse(text);
    return Range.of(value, value);
  }

  private static Range device(String text) {
    if (text.startsWith("physdev:")) {
      throw new SyntaxException("bridge ports are not modelled: " + text);
    }
    return text.endsWith("+")
        ? Range.namesStartingWith(text.substring(0, text.length() - 1))
        : Range.of(Bits.name(text));
  }

  private static Range addresses(String text) {
    int dash = text.indexOf('-');
    return dash < 0
        ? Range.of(IpNetwork.parse(text))
        : new Range(
            Bits.of(IpAddress.parse(text.substring(0, dash))),
            Bits.of(IpAddress.parse(text.substring(dash + 1))));
  }

  private static int prefix(String text) {
    return text.indexOf('-') >= 0 ? 0 : IpNetwork.parse(text).prefixLength();
  }

  private static Ipset build(String name, Open open) {
    boolean exceptions = open.elements().stream().anyMatch(Element::except);
    boolean flat = open.elements().stream().allMatch(element -> element.sides().size() == 1);
    if (flat && !exceptions) {
      List<Range> ranges = open.elements().stream().map(e -> e.sides().get(0)).toList();
      return new Ipset(name, open.type(), new Elements.Flat(RangeSet.of(ranges)), open.members());
    }
    if (!exceptions) {
      List<Box> boxes = open.elements().stream().map(e -> new Box(e.sides())).toList();
      return new Ipset(name, open.type(), Elements.of(boxes), open.members());
    }
    String type = flat ? open.type() : open.type() + " with nomatch";
    Elements elements = flat ? byLongestPrefix(open.elements()) : new Elements.Flat(RangeSet.EMPTY);
    return new Ipset(name, type, elements, open.members());
  }

  /** The longest prefix decides, so shorter ones are laid down first. */
  private static Elements byLongestPrefix(List<Element> elements) {
    RangeSet in = RangeSet.EMPTY;
    List<Element> sorted = new ArrayList<>(elements);
    sorted.sort(Comparator.comparingInt(Element::prefix));
    for (Element element : sorted) {
      RangeSet range = RangeSet.of(element.sides());
      in = element.except() ? in.minus(range) : in.union(range);
    }
    return new Elements.Flat(in);
  }
}
