package io.warmline.sdk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import org.openapitools.jackson.nullable.JsonNullableModule;

/** JSON as the contract has it: absent is not null, instants are RFC 3339, bytes are UTF-8. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new JsonNullableModule())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /**
   * Writes a model.
   *
   * @throws IllegalArgumentException if it lacks what the contract requires, or holds something
   *     that is no JSON
   */
  static byte[] write(Object value) {
    Completeness.require(value);
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          value.getClass().getSimpleName() + " cannot be written as JSON", e);
    }
  }

  /**
   * A model as a tree.
   *
   * @throws IllegalArgumentException if it lacks what the contract requires
   */
  static ObjectNode tree(Object value) {
    Completeness.require(value);
    return MAPPER.valueToTree(value);
  }

  /** Whatever JSON it is; a missing node where there is none. */
  static JsonNode tree(byte[] bytes) throws IOException {
    return bytes.length == 0 ? MissingNode.getInstance() : MAPPER.readTree(bytes);
  }

  /** What the contract says of the fields of a model. */
  static List<BeanPropertyDefinition> fieldsOf(Class<?> model) {
    return MAPPER.getSerializationConfig().introspect(MAPPER.constructType(model)).findProperties();
  }

  /**
   * What was read without a model, as one.
   *
   * @throws IllegalArgumentException if it is of another kind
   */
  static <T> T convert(Object read, Class<T> type) {
    return MAPPER.convertValue(read, type);
  }

  /** Reads a model, from UTF-8 whatever the charset of the platform is. */
  static <T> T read(byte[] bytes, Class<T> type) throws IOException {
    return MAPPER.readValue(bytes, type);
  }
}
