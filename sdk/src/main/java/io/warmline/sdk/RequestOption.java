package io.warmline.sdk;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** Something about a single call; every method takes any number of them. */
public final class RequestOption {
  private final UnaryOperator<Request> change;

  private RequestOption(UnaryOperator<Request> change) {
    this.change = change;
  }

  /**
   * Names the call with a key of your own, so that it takes effect once even if your program
   * repeats it, for 30 days. Without this option every call gets a new key, which its retries keep.
   *
   * @param key 1 to 255 visible ASCII characters; only for operations that are POST or PATCH
   * @throws IllegalArgumentException if the key is none
   */
  public static RequestOption idempotencyKey(String key) {
    String checked = headerValue("an idempotency key", key, 255);
    return new RequestOption(
        request -> {
          if (!request.takesKey()) {
            throw new IllegalArgumentException(request.operation() + " takes no idempotency key");
          }
          return request.header(Request.IDEMPOTENCY_KEY, checked);
        });
  }

  /**
   * Names the request in the logs of both sides.
   *
   * @param id 1 to 128 visible ASCII characters
   * @throws IllegalArgumentException if the id is none
   */
  public static RequestOption requestId(String id) {
    String checked = headerValue("a request id", id, 128);
    return new RequestOption(request -> request.header("X-Request-Id", checked));
  }

  /**
   * Refuses the change with {@link PreconditionFailedException} if the resource has another version
   * by now.
   *
   * @param etag as {@link Versioned#etag} gave it, of 1 to 100 characters
   * @throws IllegalArgumentException if the ETag is none
   */
  public static RequestOption ifMatch(String etag) {
    String checked = headerValue("an ETag", etag, 100);
    return new RequestOption(request -> request.header("If-Match", checked));
  }

  static RequestOption ifNoneMatch(String etag) {
    String checked = headerValue("an ETag", etag, 100);
    return new RequestOption(request -> request.header("If-None-Match", checked));
  }

  /**
   * The longest this call may take, retries and waiting included, in place of the client's.
   *
   * @param deadline more than zero
   * @throws IllegalArgumentException if it is not
   */
  public static RequestOption totalDeadline(Duration deadline) {
    WarmlineClient.requirePositive("totalDeadline", deadline);
    return new RequestOption(request -> request.deadline(deadline));
  }

  Request apply(Request request) {
    return change.apply(request);
  }

  private static String headerValue(String what, String value, int longest) {
    if (value.isEmpty()
        || value.length() > longest
        || !value.chars().allMatch(character -> character > ' ' && character < 127)) {
      throw new IllegalArgumentException(
          what + " is 1 to " + longest + " visible ASCII characters without spaces");
    }
    return value;
  }
}
