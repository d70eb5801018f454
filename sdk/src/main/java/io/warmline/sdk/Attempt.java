package io.warmline.sdk;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request that went out, for logs and metrics. Holds no personal data.
 *
 * @see WarmlineClient.Builder#onAttempt
 */
public final class Attempt {
  private final Request request;
  private final int number;
  private final @Nullable Answer answer;
  private final Duration took;

  Attempt(Request request, int number, @Nullable Answer answer, Duration took) {
    this.request = request;
    this.number = number;
    this.answer = answer;
    this.took = took;
  }

  /**
   * Method and path of the operation with its parameters unfilled: {@code GET /v1/leads/{leadId}}.
   */
  public String operation() {
    return request.operation();
  }

  /** Which attempt at the same call this was, from 1. */
  public int number() {
    return number;
  }

  /** The HTTP status, or empty when no answer came. */
  public Optional<Integer> status() {
    return Optional.ofNullable(answer).map(Answer::status);
  }

  /** The {@code X-Request-Id} of the answer. Quote it when you ask for help. */
  public Optional<String> requestId() {
    return Optional.ofNullable(answer).flatMap(Answer::requestId);
  }

  /** Whether this was the stored answer to an earlier request with the same idempotency key. */
  public boolean replayed() {
    return answer != null && answer.replayed();
  }

  /**
   * From sending the request to the end of the answer, or of its head where the answer is streamed.
   */
  public Duration took() {
    return took;
  }

  @Override
  public String toString() {
    return operation() + " #" + number + " -> " + status().map(String::valueOf).orElse("no answer");
  }
}
