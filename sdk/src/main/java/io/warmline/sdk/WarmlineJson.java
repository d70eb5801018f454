package io.warmline.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Models as JSON and back, as they go over the wire: for logs, queues and tests. */
public final class WarmlineJson {
  private WarmlineJson() {}

  /**
   * A model as JSON. It holds personal data where the model does.
   *
   * @throws IllegalArgumentException if it lacks what the contract requires
   */
  public static String toJson(Object model) {
    return new String(Json.write(model), StandardCharsets.UTF_8);
  }

  /**
   * A model from JSON; what this version does not know is kept in its {@code unknownFields()}.
   *
   * @throws UncheckedIOException if it is no JSON, or that of something else
   */
  public static <T> T fromJson(String json, Class<T> model) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8), model);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON of " + model.getSimpleName(), e);
    }
  }
}
