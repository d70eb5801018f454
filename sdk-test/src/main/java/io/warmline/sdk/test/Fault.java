package io.warmline.sdk.test;

import java.time.Duration;

/** Something that goes wrong with one request. */
public final class Fault {
  enum Kind {
    REFUSED,
    SILENT,
    LOST_REQUEST,
    LOST_ANSWER
  }

  private final Kind kind;
  private final Reply reply;

  private Fault(Kind kind, Reply reply) {
    this.kind = kind;
    this.reply = reply;
  }

  /**
   * 429: too many requests; nothing is done.
   *
   * @param retryAfter what {@code Retry-After} says, in whole seconds, rounded up
   */
  public static Fault tooManyRequests(Duration retryAfter) {
    return refused(
        new Refusal(429, "RATE_LIMITED", "Wait as long as Retry-After says, then go on."),
        retryAfter);
  }

  /**
   * 503: the server cannot work at the moment; nothing is done.
   *
   * @param retryAfter what {@code Retry-After} says, in whole seconds, rounded up
   */
  public static Fault unavailable(Duration retryAfter) {
    return refused(
        new Refusal(503, "UNAVAILABLE", "Nothing was changed. Try again after Retry-After."),
        retryAfter);
  }

  /** 500: a failure that nobody foresaw; nothing is done. */
  public static Fault internalError() {
    return new Fault(
        Kind.REFUSED, Reply.of(new Refusal(500, "INTERNAL_ERROR", "The failure is logged.")));
  }

  /**
   * Nothing is done and nothing is answered, until the client hangs up or the fake is closed. The
   * client waits by its own clock: give it a short {@code requestTimeout}.
   */
  public static Fault silence() {
    return new Fault(Kind.SILENT, Reply.NOTHING);
  }

  /** The connection breaks before anything is done. */
  public static Fault lostRequest() {
    return new Fault(Kind.LOST_REQUEST, Reply.NOTHING);
  }

  /** It is done, and the connection breaks before the answer. */
  public static Fault lostAnswer() {
    return new Fault(Kind.LOST_ANSWER, Reply.NOTHING);
  }

  private static Fault refused(Refusal refusal, Duration retryAfter) {
    if (retryAfter.isNegative()) {
      throw new IllegalArgumentException("Retry-After is not negative: " + retryAfter);
    }
    long seconds = retryAfter.plusNanos(999_999_999).toSeconds();
    return new Fault(Kind.REFUSED, Reply.of(refusal).header("Retry-After", Long.toString(seconds)));
  }

  Kind kind() {
    return kind;
  }

  Reply reply() {
    return reply;
  }

  @Override
  public String toString() {
    return kind == Kind.REFUSED ? "Fault[" + reply.status() + "]" : "Fault[" + kind + "]";
  }
}
