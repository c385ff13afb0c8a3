package clbdoctor.yaml;

import clbdoctor.fact.About;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that a mapping may have to become a record, taken from the record itself.
 *
 * @param places of the keys among the components
 * @param left what stands for the keys that are left out
 * @param <R> the record
 */
record Shape<R>(
    List<Key> keys, Map<String, Integer> places, Object[] left, Constructor<R> constructor) {

  private static final Map<Class<?>, Shape<?>> KNOWN = new ConcurrentHashMap<>();

  /** How often a key's value stands: once, perhaps, or as a list. */
  enum Occurs {
    ONCE,
    PERHAPS,
    LIST
  }

  /** How one value is written. */
  enum Form {
    NUMBER,
    DECIMAL,
    TRUTH,
    CONSTANT,
    TEXT,

    /** A text that the type's own {@code parse} reads. */
    PARSED,

    /** A mapping of its own. */
    RECORD,

    /** Whatever stands there. */
    NODE
  }

  /**
   * One key.
   *
   * @param type of the value, or of one item of the list
   * @param about what it means, where the record says so
   * @param min the least number
   * @param max the greatest number
   * @param constants those of an enum, by their words
   */
  record Key(
      String name,
      Class<?> type,
      Occurs occurs,
      Optional<About> about,
      Form form,
      long min,
      long max,
      Map<String, Object> constants,
      Optional<Method> parser) {

    private static Key of(String name, Class<?> type, Occurs occurs, Optional<About> about) {
      Optional<Method> parser = Shape.parser(type);
      return new Key(
          name,
          type,
          occurs,
          about,
          form(type, parser),
          about.map(About::min).orElse(Long.MIN_VALUE),
          about.map(About::max).orElse(Long.MAX_VALUE),
          constants(type),
          parser);
    }

    private static Form form(Class<?> type, Optional<Method> parser) {
      if (type == int.class || type == Integer.class || type == long.class) {
        return Form.NUMBER;
      }
      if (type == Double.class) {
        return Form.DECIMAL;
      }
      if (type == boolean.class || type == Boolean.class) {
        return Form.TRUTH;
      }
      if (type == String.class) {
        return Form.TEXT;
      }
      if (type == Node.class) {
        return Form.NODE;
      }
      if (type.isEnum()) {
        return Form.CONSTANT;
      }
      return parser.isPresent() ? Form.PARSED : Form.RECORD;
    }

    private static Map<String, Object> constants(Class<?> type) {
      Map<String, Object> constants = new LinkedHashMap<>();
      if (type.isEnum()) {
        for (Object constant : type.getEnumConstants()) {
          constants.put(constant.toString(), constant);
        }
      }
      return constants;
    }

    /** What stands for the value when the key is left out; {@code null} when it must not be. */
    Object absent() {
      return switch (occurs) {
        case ONCE -> null;
        case PERHAPS -> Optional.empty();
        case LIST -> List.of();
      };
    }
  }

  static <R> Shape<R> of(Class<R> type) {
    @SuppressWarnings("unchecked")
    Shape<R> known = (Shape<R>) KNOWN.get(type);
    return known != null ? known : read(type);
  }

  /** The value made from a scalar by the type's own {@code parse}, where it has one. */
  static Optional<Method> parser(Class<?> type) {
    if (type.isPrimitive() || type.isEnum() || type.getName().startsWith("java.")) {
      return Optional.empty();
    }
    try {
      Method parse = type.getMethod("parse", String.class);
      parse.setAccessible(true); // or else every call is checked anew
      return Optional.of(parse);
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  /** The components of a record whose keys are all left out. */
  Object[] absent() {
    return left.clone();
  }

  /** The place of a key among the components of the record, or -1 when it is none. */
  int place(String key) {
    Integer place = places.get(key);
    return place == null ? -1 : place;
  }

  R create(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + constructor, e);
    }
  }

  private static <R> Shape<R> read(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      Map<String, Integer> places = new HashMap<>();
      for (RecordComponent component : components) {
        places.put(component.getName(), places.size());
      }
      List<Key> keys = Arrays.stream(components).map(Shape::key).toList();
      Object[] left = keys.stream().map(Key::absent).toArray();
      Shape<R> shape = new Shape<>(keys, places, left, constructor);
      KNOWN.put(type, shape);
      return shape;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("no canonical constructor: " + type, e);
    }
  }

  private static Key key(RecordComponent component) {
    Occurs occurs =
        component.getType() == Optional.class
            ? Occurs.PERHAPS
            : component.getType() == List.class ? Occurs.LIST : Occurs.ONCE;
    return Key.of(
        component.getName(),
        occurs == Occurs.ONCE ? component.getType() : argument(component.getGenericType()),
        occurs,
        Optional.ofNullable(component.getAnnotation(About.class)));
  }

  private static Class<?> argument(Type generic) {
    Type argument = ((ParameterizedType) generic).getActualTypeArguments()[0];
    return argument instanceof Class<?> type
        ? type
        : (Class<?>) ((ParameterizedType) argument).getRawType();
  }
}
