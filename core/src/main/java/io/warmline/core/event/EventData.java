package io.warmline.core.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of an event as JSON: numbers and truth values as they are, all else as text. */
final class EventData {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  /** What tells the data of a kind of happening: its components but the first. */
  private static final ClassValue<List<Method>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> kind) {
          RecordComponent[] components = kind.getRecordComponents();
          if (components == null) {
            throw new IllegalArgumentException(kind + " is no record");
          }
          List<Method> told =
              Arrays.stream(components).skip(1).map(RecordComponent::getAccessor).toList();
          told.forEach(accessor -> accessor.setAccessible(true));
          return told;
        }
      };

  private EventData() {}

  static String of(Happening happening) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Method accessor : COMPONENTS.get(happening.getClass())) {
      put(fields, accessor.getName(), valueOf(accessor, happening));
    }
    return text(fields);
  }

  private static @Nullable Object valueOf(Method accessor, Happening happening) {
    try {
      return accessor.invoke(happening);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor + " cannot be read", e);
    }
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      boolean asItIs = value instanceof Number || value instanceof Boolean;
      fields.put(name, asItIs ? value : value.toString());
    }
  }

  private static String text(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("event data is not writable", e);
    }
  }

  static Map<String, Object> read(String text) {
    try {
      return JSON.readValue(text, FIELDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("event data is not readable", e);
    }
  }
}
