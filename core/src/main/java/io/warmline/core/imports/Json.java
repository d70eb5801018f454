package io.warmline.core.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of the database that hold JSON. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, String>> TEXTS =
      new TypeReference<>() {};
  private static final TypeReference<List<Import.Column>> COLUMNS = new TypeReference<>() {};

  private static final TypeReference<Import.Found> FOUND = new TypeReference<>() {};
  private static final TypeReference<RehearsedState> REHEARSED = new TypeReference<>() {};

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a " + value.getClass().getSimpleName() + " is not writable", e);
    }
  }

  static Map<String, String> texts(String json) {
    return read(json, TEXTS);
  }

  static List<Import.Column> columns(String json) {
    return read(json, COLUMNS);
  }

  static Import.Found found(String json) {
    return read(json, FOUND);
  }

  static RehearsedState rehearsed(String json) {
    return read(json, REHEARSED);
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is not readable", e);
    }
  }
}
