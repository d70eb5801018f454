package io.warmline.api.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/**
 * JSON that is passed on: what is written is what was read. Numbers keep their digits, and halves
 * of surrogate pairs stay for the operation to refuse.
 */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  /** As people and models read it. */
  private static final JsonMapper LEGIBLE =
      MAPPER.rebuild().disable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Json() {}

  /**
   * Reads one value.
   *
   * @throws IOException if it is none, or has a field twice
   */
  static JsonNode read(Buffer text) throws IOException {
    return MAPPER.readTree(text.getBytes());
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** In ASCII. */
  static String write(JsonNode value) {
    return write(MAPPER, value);
  }

  /** For reading. */
  static String show(JsonNode value) {
    return write(LEGIBLE, value);
  }

  private static String write(JsonMapper mapper, JsonNode value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that cannot be written", e);
    }
  }
}
