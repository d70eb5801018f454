package io.warmline.sdk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an answer.
 *
 * @param status the HTTP status
 * @param headers names in lower case
 * @see RequestOption#onAnswer
 */
public record Received(int status, Map<String, List<String>> headers) {
  static Received of(Answer answer) {
    return new Received(answer.status(), answer.headers().map());
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  /** The {@code X-Request-Id}. Quote it when you ask for help. */
  public Optional<String> requestId() {
    return header("X-Request-Id");
  }

  /** Whether this was the stored answer to an earlier request with the same idempotency key. */
  public boolean replayed() {
    return header("Idempotent-Replayed").map("true"::equals).orElse(false);
  }
}
