package io.warmline.core.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request, as it is given again to a repetition.
 *
 * @param status the status it had
 * @param headers the headers that belong to it (ETag, Location, Retry-After)
 * @param body the body, or null where there was none
 */
public record StoredAnswer(int status, Map<String, String> headers, @Nullable String body) {

  public StoredAnswer {
    headers = Map.copyOf(headers);
  }

  /** The same with another body. */
  public StoredAnswer withBody(String other) {
    return new StoredAnswer(status, headers, other);
  }
}
