package io.warmline.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of carrying a message.
 *
 * @param at when it was sent
 * @param took until the answer, or until it was given up
 * @param status of the answer; empty: there was none
 * @param failure why there was none
 * @param retryAfter how long the receiver wants to be left alone
 */
public record Attempt(
    Instant at,
    Duration took,
    Optional<Integer> status,
    Optional<Failure> failure,
    Optional<Duration> retryAfter) {

  private static final int GONE = 410;

  /** Why there was no answer. */
  public enum Failure {
    /** The name of the host stands for nothing. */
    UNKNOWN_HOST,
    /** It stands for an address within a network. */
    ADDRESS_NOT_PUBLIC,
    /** Nobody took the connection, or it broke. */
    NO_CONNECTION,
    /** The certificate is not good for the host. */
    TLS,
    /** It took too long. */
    TIMEOUT,
    /** What came back is no answer of HTTP. */
    NO_HTTP
  }

  /** An attempt with an answer. */
  public static Attempt answered(
      Instant at, Duration took, int status, Optional<Duration> retryAfter) {
    return new Attempt(at, took, Optional.of(status), Optional.empty(), retryAfter);
  }

  /** An attempt without one. */
  public static Attempt failed(Instant at, Duration took, Failure failure) {
    return new Attempt(at, took, Optional.empty(), Optional.of(failure), Optional.empty());
  }

  /** Whether it has arrived: an answer of the 200s, and nothing else. */
  public boolean hasArrived() {
    return status.filter(code -> code >= 200 && code < 300).isPresent();
  }

  boolean saysGone() {
    return status.filter(code -> code == GONE).isPresent();
  }

  /** Whether the receiver wants no other message either for a while. */
  boolean saysTooMuch() {
    return status.filter(code -> code == 429 || code == 503).isPresent();
  }
}
