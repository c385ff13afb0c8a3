package clbdoctor.diagnosis;

import clbdoctor.fact.About;
import clbdoctor.fact.CheckedPort;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Listener;
import clbdoctor.fact.ListenerProtocol;
import clbdoctor.fact.Subject;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills the values of a report into the commands of a fix. A template names a section of the fact
 * file and a component: {@code {backEnd.port}}; besides there are {@code {checkedPort}}, {@code
 * {checkSource}}, {@code {checkSourceAddress}} (one address of it) and {@code {transport}} (tcp or
 * udp). What is not known stays as a description in angle brackets, so that nobody runs it by
 * accident.
 */
public final class Values {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)(?:\\.([a-zA-Z]+))?}");

  /** Tencent's range since February 2023, RFC 6598. */
  private static final IpNetwork USUAL_SOURCE = IpNetwork.parse("100.64.0.0/10");

  private final List<Fact> facts;

  /** Values from a whole report. */
  public Values(Facts facts) {
    this.facts = facts.all();
  }

  /** Values from a report, those that prove a cause before all others. */
  Values(List<Fact> first, Facts facts) {
    this.facts = Stream.concat(first.stream(), facts.all().stream()).toList();
  }

  public String fill(String template) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    return matcher.replaceAll(
        match -> Matcher.quoteReplacement(value(match.group(1), match.group(2))));
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
    return component == null
        ? name.matches("checkedPort|checkSource|checkSourceAddress|transport")
        : Subject.ofKey(name).flatMap(subject -> component(subject.type(), component)).isPresent();
  }

  private String value(String name, String component) {
    return switch (name) {
      case "checkedPort" ->
          of(CheckedPort.class).findFirst().map(p -> "" + p.port()).orElse("<checked port>");
      case "checkSource" -> checkSource().toString();
      case "checkSourceAddress" -> addressOf(checkSource()).toString();
      case "transport" -> transport();
      default -> ofSection(name, component);
    };
  }

  private <T extends Fact> Stream<T> of(Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast);
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

  private String ofSection(String key, String component) {
    return Subject.ofKey(key)
        .flatMap(
            subject ->
                component(subject.type(), component)
                    .map(
                        found ->
                            of(subject.type())
                                .flatMap(fact -> read(found, fact).stream())
                                .findFirst()
                                .orElse("<" + found.getAnnotation(About.class).value() + ">")))
        .orElse("{" + key + "." + component + "}");
  }

  private static Optional<RecordComponent> component(Class<?> type, String name) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst();
  }

  private static Optional<String> read(RecordComponent component, Fact fact) {
    try {
      Object value = component.getAccessor().invoke(fact);
      return value instanceof Optional<?> optional
          ? optional.map(Object::toString)
          : Optional.of(value.toString());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
