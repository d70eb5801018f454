package io.warmline.sdk;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.warmline.sdk.model.NewCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whether a model has all that the contract requires of it, looked at before anything is sent. */
final class Completeness {
  private static final String MODELS = NewCall.class.getPackageName();
  private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

  private Completeness() {}

  private record Field(String name, boolean required, AnnotatedMember reader) {
    static Field of(BeanPropertyDefinition property) {
      AnnotatedMember reader = property.getAccessor();
      reader.fixAccess(true);
      return new Field(property.getName(), property.isRequired(), reader);
    }
  }

  /**
   * Looks at a model and those within it.
   *
   * @throws IllegalArgumentException naming all that is missing
   */
  static void require(Object value) {
    List<String> missing = new ArrayList<>();
    find(value, "", missing);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          value.getClass().getSimpleName() + " lacks " + String.join(", ", missing));
    }
  }

  private static void find(@Nullable Object value, String where, List<String> missing) {
    if (value instanceof Collection<?> items) {
      int place = 0;
      for (Object item : items) {
        find(item, where + "/" + place++, missing);
      }
    } else if (value != null && value.getClass().getPackageName().equals(MODELS)) {
      fieldsOf(value.getClass()).forEach(field -> find(field, value, where, missing));
    }
  }

  private static void find(Field field, Object owner, String where, List<String> missing) {
    String here = where + "/" + field.name();
    Object value = field.reader().getValue(owner);
    if (value == null && field.required()) {
      missing.add(here);
    }
    find(value, here, missing);
  }

  private static List<Field> fieldsOf(Class<?> model) {
    if (model.isEnum()) {
      return List.of();
    }
    return FIELDS.computeIfAbsent(
        model, type -> Json.fieldsOf(type).stream().map(Field::of).toList());
  }
}
