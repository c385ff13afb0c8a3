package clbdoctor.rulebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A property of one kind of fact, to be read: {@code port} of a socket. */
final class Property {
  private static final Map<Class<?>, Map<String, Property>> KNOWN = new ConcurrentHashMap<>();

  private final Method method;

  private Property(Method method) {
    this.method = method;
  }

  static Property of(Class<?> type, String name) {
    return KNOWN
        .computeIfAbsent(type, any -> new ConcurrentHashMap<>())
        .computeIfAbsent(name, any -> find(type, name));
  }

  private static Property find(Class<?> type, String name) {
    try {
      Method method = type.getMethod(name);
      method.setAccessible(true); // or else every call is checked anew
      return new Property(method);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a checked rule names " + name + " of " + type, e);
    }
  }

  Object in(Object fact) {
    try {
      return method.invoke(fact);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + method.getName() + " of " + fact, e);
    }
  }

  Class<?> type() {
    return method.getReturnType();
  }
}
