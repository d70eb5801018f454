package io.warmline.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;

/**
 * The same JSON whatever the order of its fields and the space between them: a program that repeats
 * a request may well write it anew.
 */
final class CanonicalJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private CanonicalJson() {}

  /** What is no JSON stays as it is. */
  static byte[] of(byte[] body) {
    try {
      return JSON.writeValueAsBytes(JSON.readValue(body, Object.class));
    } catch (JsonProcessingException e) {
      return body;
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }
}
