package clbdoctor.yaml;

import clbdoctor.fact.About;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that a mapping may have to become a record, taken from the record itself.
 *
 * @param <R> the record
 */
record Shape<R>(List<Key> keys, Constructor<R> constructor) {

  private static final Map<Class<?>, Shape<?>> KNOWN = new ConcurrentHashMap<>();

  /** How often a key's value stands: once, perhaps, or as a list. */
  enum Occurs {
    ONCE,
    PERHAPS,
    LIST
  }

  /**
   * One key.
   *
   * @param type of the value, or of one item of the list
   * @param about what it means, where the record says so
   */
  record Key(String name, Class<?> type, Occurs occurs, Optional<About> about) {
    long min() {
      return about.map(About::min).orElse(Long.MIN_VALUE);
    }

    long max() {
      return about.map(About::max).orElse(Long.MAX_VALUE);
    }
  }

  static <R> Shape<R> of(Class<R> type) {
    @SuppressWarnings("unchecked")
    Shape<R> shape = (Shape<R>) KNOWN.computeIfAbsent(type, Shape::read);
    return shape;
  }

  /** The value made from a scalar by the type's own {@code parse}, where it has one. */
  static Optional<Method> parser(Class<?> type) {
    try {
      return Optional.of(type.getMethod("parse", String.class));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
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
      return new Shape<>(Arrays.stream(components).map(Shape::key).toList(), constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("no canonical constructor: " + type, e);
    }
  }

  private static Key key(RecordComponent component) {
    Occurs occurs =
        component.getType() == Optional.class
            ? Occurs.PERHAPS
            : component.getType() == List.class ? Occurs.LIST : Occurs.ONCE;
    return new Key(
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
