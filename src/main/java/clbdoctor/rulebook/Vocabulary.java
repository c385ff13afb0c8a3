package clbdoctor.rulebook;

import clbdoctor.fact.ComputedFrom;
import clbdoctor.fact.Derived;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Subject;
import clbdoctor.text.Nearest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words a rule may use: the kinds of fact, their properties, the constants of enums. */
final class Vocabulary {
  private static final Map<String, Class<?>> FACT_TYPES =
      Stream.of(Observed.class, Derived.class)
          .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
          .collect(
              Collectors.toMap(
                  Class::getSimpleName, Function.identity(), (a, b) -> a, TreeMap::new));

  private static final Map<String, Class<?>> ENUMS = enums();

  private static final Set<String> NOT_PROPERTIES =
      Set.of("sentence", "toString", "hashCode", "getClass", "notify", "notifyAll", "wait");

  private Vocabulary() {}

  static Optional<Class<?>> factType(String name) {
    return Optional.ofNullable(FACT_TYPES.get(name));
  }

  static Set<String> factTypes() {
    return FACT_TYPES.keySet();
  }

  /** What to say of a kind of fact that there is not. */
  static String unknownFact(String name) {
    return "there is no kind of fact called "
        + name
        + (name.equals("Cause") || name.equals("RuledOut")
            ? "; a rule rests on facts, never on what a rule concludes: so none goes in a circle"
            : Nearest.hint(name, factTypes()));
  }

  static Optional<Class<?>> enumType(String name) {
    return Optional.ofNullable(ENUMS.get(name));
  }

  static Set<String> enumTypes() {
    return ENUMS.keySet();
  }

  /** The enums that properties of facts have. */
  private static Map<String, Class<?>> enums() {
    Map<String, Class<?>> enums = new TreeMap<>();
    for (Class<?> factType : FACT_TYPES.values()) {
      for (RecordComponent component : factType.getRecordComponents()) {
        if (component.getType().isEnum()) {
          enums.put(component.getType().getSimpleName(), component.getType());
        }
      }
    }
    return enums;
  }

  /** Components of the record and its questions without arguments, with their types. */
  static Map<String, Class<?>> properties(Class<?> factType) {
    Map<String, Class<?>> properties = new TreeMap<>();
    for (Method method : factType.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && !Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == 0
          && !NOT_PROPERTIES.contains(method.getName())) {
        properties.put(method.getName(), method.getReturnType());
      }
    }
    return properties;
  }

  static Set<String> constants(Class<?> enumType) {
    return Arrays.stream(enumType.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /** An example of what to write. */
  static String anyConstant(Class<?> enumType) {
    return constants(enumType).iterator().next();
  }

  /** {@code Subject.SOCKETS}, for every enum that has such a constant. */
  static List<String> withConstant(String constant) {
    return ENUMS.entrySet().stream()
        .filter(entry -> constants(entry.getValue()).contains(constant))
        .map(entry -> entry.getKey() + "." + constant)
        .toList();
  }

  /** What somebody must have looked at before a fact of this kind can be there. */
  static Set<Subject> computedFrom(Class<?> factType) {
    ComputedFrom annotation = factType.getAnnotation(ComputedFrom.class);
    return annotation != null
        ? Set.of(annotation.value())
        : Subject.ofType(factType).map(Set::of).orElse(Set.of());
  }
}
