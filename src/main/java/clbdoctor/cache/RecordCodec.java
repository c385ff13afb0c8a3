package clbdoctor.cache;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records as bytes: their components in order, each as its declared type says (numbers, texts,
 * enums, Optional, List, Set, Map, records, sealed families of records). The bytes hold values
 * only: they name no class, so reading them runs nothing but constructors of the type asked for.
 */
final class RecordCodec {
  private final Map<Class<?>, Layout> layouts = new HashMap<>();
  private final Map<Class<?>, Class<?>[]> members = new HashMap<>();
  private final Map<Class<?>, Object[]> constants = new HashMap<>();
  private final Map<Type, Type[]> arguments = new IdentityHashMap<>();

  private record Layout(RecordComponent[] components, Type[] types, Constructor<?> constructor) {
    static Layout of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      try {
        Constructor<?> constructor =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Arrays.stream(components).forEach(component -> component.getAccessor().setAccessible(true));
        return new Layout(
            components,
            Arrays.stream(components).map(RecordComponent::getGenericType).toArray(Type[]::new),
            constructor);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has its canonical constructor", e);
      }
    }
  }

  void write(Type type, Object value, DataOutputStream out) throws IOException {
    if (type instanceof ParameterizedType generic) {
      writeGeneric(generic, value, out);
    } else if (type == String.class) {
      byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (type == int.class) {
      out.writeInt((Integer) value);
    } else if (type == boolean.class) {
      out.writeBoolean((Boolean) value);
    } else {
      writeNamed((Class<?>) type, value, out);
    }
  }

  private void writeNamed(Class<?> type, Object value, DataOutputStream out) throws IOException {
    if (type.isEnum()) {
      out.writeShort(((Enum<?>) value).ordinal());
    } else if (type.isRecord()) {
      Layout layout = layout(type);
      for (int i = 0; i < layout.components.length; i++) {
        write(layout.types[i], component(layout.components[i], value), out);
      }
    } else if (type.isSealed()) {
      int index = Arrays.asList(members(type)).indexOf(value.getClass());
      out.writeShort(index);
      write(value.getClass(), value, out);
    } else {
      throw new IllegalArgumentException("no way to write " + type);
    }
  }

  private void writeGeneric(ParameterizedType type, Object value, DataOutputStream out)
      throws IOException {
    Type[] of = type.getActualTypeArguments();
    if (value instanceof Optional<?> optional) {
      out.writeBoolean(optional.isPresent());
      if (optional.isPresent()) {
        write(of[0], optional.get(), out);
      }
    } else if (value instanceof Map<?, ?> map) {
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(of[0], entry.getKey(), out);
        write(of[1], entry.getValue(), out);
      }
    } else {
      Collection<?> items = (Collection<?>) value;
      out.writeInt(items.size());
      for (Object item : items) {
        write(of[0], item, out);
      }
    }
  }

  Object read(Type type, ByteBuffer in) throws IOException {
    if (type == String.class) {
      return text(in);
    }
    if (type instanceof ParameterizedType generic) {
      return readGeneric(generic, in);
    }
    if (type == int.class) {
      return in.getInt();
    }
    return type == boolean.class ? (Object) (in.get() != 0) : readNamed((Class<?>) type, in);
  }

  private static String text(ByteBuffer in) throws IOException {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IOException("a text of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Object readNamed(Class<?> type, ByteBuffer in) throws IOException {
    if (type.isEnum()) {
      return constants.computeIfAbsent(type, Class::getEnumConstants)[in.getShort()];
    }
    if (!type.isRecord()) {
      return read(members(type)[in.getShort()], in);
    }
    Layout layout = layout(type);
    Object[] values = new Object[layout.types.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(layout.types[i], in);
    }
    try {
      return layout.constructor.newInstance(values);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IOException("cannot make a " + type.getSimpleName(), e);
    }
  }

  private Object readGeneric(ParameterizedType type, ByteBuffer in) throws IOException {
    Type[] of = arguments.computeIfAbsent(type, known -> type.getActualTypeArguments());
    Type raw = type.getRawType();
    if (raw == Optional.class) {
      return in.get() != 0 ? Optional.of(read(of[0], in)) : Optional.empty();
    }
    int size = in.getInt();
    if (raw == Map.class) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(read(of[0], in), read(of[1], in));
      }
      return map;
    }
    Collection<Object> items = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(read(of[0], in));
    }
    return items;
  }

  private Class<?>[] members(Class<?> family) {
    return members.computeIfAbsent(family, Class::getPermittedSubclasses);
  }

  private Layout layout(Class<?> type) {
    return layouts.computeIfAbsent(type, Layout::of);
  }

  private static Object component(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
