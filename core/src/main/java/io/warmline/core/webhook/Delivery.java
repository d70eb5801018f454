package io.warmline.core.webhook;

import io.warmline.core.id.DeliveryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event on its way to a webhook.
 *
 * @param sequence number of the event
 * @param type of the event
 * @param nextAttemptAt when it is sent next, at the earliest; empty: it is not
 * @param finishedAt when it arrived or was given up
 * @param attempts those there were, first to last
 */
public record Delivery(
    DeliveryId id,
    long sequence,
    String type,
    Status status,
    Optional<Instant> nextAttemptAt,
    Instant createdAt,
    Optional<Instant> finishedAt,
    List<DeliveryAttempt> attempts) {

  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /** How far it is. */
  public enum Status {
    PENDING,
    DELIVERED,
    FAILED
  }

  /**
   * An attempt that was made.
   *
   * @param number from 1
   */
  public record DeliveryAttempt(
      int number,
      Instant at,
      Duration took,
      Optional<Integer> statusCode,
      Optional<Attempt.Failure> failure) {}
}
