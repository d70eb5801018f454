package io.warmline.core.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** A pre-qualification as the JSON of a column. */
public final class QualificationText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private QualificationText() {}

  public static @Nullable Qualification read(@Nullable String json) {
    try {
      return json == null ? null : JSON.readValue(json, Qualification.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored pre-qualification is not readable", e);
    }
  }

  public static @Nullable String write(@Nullable Qualification qualification) {
    try {
      return qualification == null ? null : JSON.writeValueAsString(qualification);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a pre-qualification is not writable", e);
    }
  }
}
