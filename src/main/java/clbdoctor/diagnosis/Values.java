package clbdoctor.diagnosis;

import clbdoctor.fact.About;
import clbdoctor.fact.CheckedPort;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.FilterOpening;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Listener;
import clbdoctor.fact.ListenerProtocol;
import clbdoctor.fact.Subject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills the values of a report into the commands of a fix. A template names a section of the fact
 * file and a component: {@code {backEnd.port}}; besides there are {@code {checkedPort}}, {@code
 * {checkSource}}, {@code {checkSourceAddress}} (one address of it) and {@code {transport}} (tcp or
 * udp); in a way for a packet filter that was read also {@code {opening.passes}}, {@code
 * {opening.apply}} and {@code {opening.undo}}. What is not known stays as a description in angle
 * brackets, so that nobody runs it by accident.
 */
public final class Values {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)(?:\\.([a-zA-Z]+))?}");

  /** Tencent's range since February 2023, RFC 6598. */
  private static final IpNetwork USUAL_SOURCE = IpNetwork.parse("100.64.0.0/10");

  private static final String OPENING = "opening";

  /** A word that means itself to every shell. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_@%+=:,./?~\\\\][\\p{L}\\p{N}_@%+=:,./?~\\\\-]*");

  /** A text that means itself between quotes. */
  private static final Pattern PLAIN_IN_QUOTES =
      Pattern.compile("[^-'\"`$\\p{Cntrl}][^'\"`$\\p{Cntrl}]*(?<!\\\\)");

  private final List<? extends Fact> first;
  private final Facts facts;

  /** Values from a whole report. */
  public Values(Facts facts) {
    this(List.of(), facts);
  }

  /** Values from a report, those that prove a cause before all others. */
  Values(List<? extends Fact> first, Facts facts) {
    this.first = first;
    this.facts = facts;
  }

  /** Whether the template tells of a change of the packet filter. */
  static boolean ofOpening(String template) {
    return template.contains("{" + OPENING + ".");
  }

  private static String of(FilterOpening opening, String component) {
    return switch (component) {
      case "passes" -> opening.passes();
      case "apply" -> opening.apply();
      default -> opening.undo();
    };
  }

  /**
   * The template with its values. A value that a shell would take for more than a word, a report
   * being anybody's text, is left out as if it were not known.
   */
  public String fill(String template) {
    return template.indexOf('{') < 0
        ? template
        : PLACEHOLDER
            .matcher(template)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        value(match.group(1), match.group(2), quoted(template, match.start()))));
  }

  private static boolean quoted(String template, int at) {
    return at > 0 && "'\"".indexOf(template.charAt(at - 1)) >= 0;
  }

  /** Whether a placeholder stands for anything; used to check the texts of fixes. */
  public static Optional<String> firstUnknownPlaceholder(String template) {
    return PLACEHOLDER
        .matcher(template)
        .results()
        .filter(match -> !known(match.group(1), match.group(2)))
        .map(match -> match.group())
        .findFirst();
  }

  private static boolean known(String name, String component) {
    if (name.equals(OPENING)) {
      return component != null && component.matches("passes|apply|undo");
    }
    return component == null
        ? name.matches("checkedPort|checkSource|checkSourceAddress|transport")
        : Subject.ofKey(name).flatMap(subject -> component(subject.type(), component)).isPresent();
  }

  private String value(String name, String component, boolean quoted) {
    return switch (name) {
      case "checkedPort" ->
          of(CheckedPort.class).findFirst().map(p -> "" + p.port()).orElse("<checked port>");
      case "checkSource" -> checkSource().toString();
      case "checkSourceAddress" -> addressOf(checkSource()).toString();
      case "transport" -> transport();
      case OPENING ->
          of(FilterOpening.class).findFirst().map(o -> of(o, component)).orElse("<the change>");
      default -> ofSection(name, component, quoted ? PLAIN_IN_QUOTES : PLAIN);
    };
  }

  private <T extends Fact> Stream<T> of(Class<T> type) {
    return Stream.concat(first.stream().filter(type::isInstance).map(type::cast), facts.of(type));
  }

  private IpNetwork checkSource() {
    return of(HealthCheck.class)
        .flatMap(check -> check.sources().stream())
        .findFirst()
        .orElse(USUAL_SOURCE);
  }

  /** The first address of a block that a host may have. */
  private static IpAddress addressOf(IpNetwork block) {
    IpAddress first = block.first();
    return block.single() ? first : new IpAddress(first.family(), first.high(), first.low() + 1);
  }

  private String transport() {
    return of(Listener.class).anyMatch(l -> l.protocol() == ListenerProtocol.UDP) ? "udp" : "tcp";
  }

  private String ofSection(String key, String name, Pattern plain) {
    return Subject.ofKey(key)
        .flatMap(subject -> component(subject.type(), name))
        .map(
            component ->
                component
                    .values(of(component.of()))
                    .filter(value -> plain.matcher(value).matches())
                    .findFirst()
                    .orElse("<" + component.about() + ">"))
        .orElse("{" + key + "." + name + "}");
  }

  /**
   * A component of a record that stands for a section.
   *
   * @param about what it means
   */
  private record Component(Class<? extends Fact> of, String about, Method accessor) {
    static Component of(Class<? extends Fact> type, RecordComponent component) {
      component.getAccessor().setAccessible(true);
      String about = component.getAnnotation(About.class).value();
      return new Component(type, about, component.getAccessor());
    }

    Stream<String> values(Stream<? extends Fact> facts) {
      return facts.flatMap(fact -> value(fact).stream());
    }

    private Optional<String> value(Fact fact) {
      try {
        Object value = accessor.invoke(fact);
        return value instanceof Optional<?> optional
            ? optional.map(Object::toString)
            : Optional.of(value.toString());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + accessor, e);
      }
    }
  }

  /** Looked up once: Java makes them anew each time. */
  private static final Map<Class<?>, Map<String, Component>> COMPONENTS = new ConcurrentHashMap<>();

  private static Optional<Component> component(Class<? extends Fact> type, String name) {
    return Optional.ofNullable(COMPONENTS.computeIfAbsent(type, any -> components(type)).get(name));
  }

  private static Map<String, Component> components(Class<? extends Fact> type) {
    Map<String, Component> components = new HashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.put(component.getName(), Component.of(type, component));
    }
    return components;
  }
}
