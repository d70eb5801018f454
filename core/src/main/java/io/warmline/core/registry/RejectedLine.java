package io.warmline.core.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A line of a file that was refused.
 *
 * @param line from 1
 * @param code stable code of the fault
 */
public record RejectedLine(long line, String code, String reason) {

  /** How many are kept; they are all counted. */
  static final int MOST = 100;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<RejectedLine>> LINES = new TypeReference<>() {};

  static String write(List<RejectedLine> lines) {
    try {
      return JSON.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rejected lines are not writable", e);
    }
  }

  static List<RejectedLine> read(String json) {
    try {
      return JSON.readValue(json, LINES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rejected lines are not readable", e);
    }
  }
}
