package io.warmline.sdk;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Something about a single call; every method takes any number of them. */
public final class RequestOption {
  private static final Set<String> OURS =
      Set.of(
          "authorization",
          "user-agent",
          "accept",
          "content-type",
          "content-length",
          "host",
          "connection",
          "if-match",
          "if-none-match",
          "idempotency-key",
          "x-request-id");

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

  /**
   * The longest one attempt of this call may take, in place of the client's.
   *
   * @param timeout more than zero
   * @throws IllegalArgumentException if it is not
   */
  public static RequestOption requestTimeout(Duration timeout) {
    WarmlineClient.requirePositive("requestTimeout", timeout);
    return new RequestOption(request -> request.timeout(timeout));
  }

  /**
   * How often this call is tried again, in place of the client's.
   *
   * @param retries 0 to 10
   * @throws IllegalArgumentException if it is something else
   */
  public static RequestOption maxRetries(int retries) {
    WarmlineClient.requireRetries(retries);
    return new RequestOption(request -> request.retries(retries));
  }

  /**
   * Sends a header of your own along, such as {@code traceparent} or what a gateway asks for.
   *
   * @param name a header that this library does not send itself
   * @param value without line breaks
   * @throws IllegalArgumentException if name or value are none
   */
  public static RequestOption header(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !isText(value)) {
      throw new IllegalArgumentException("a header has a name and a value of one line of ASCII");
    }
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(name + " is sent by this library itself");
    }
    return new RequestOption(request -> request.header(name, value));
  }

  private static boolean isText(String value) {
    return value.chars().allMatch(character -> character >= ' ' && character < 127);
  }

  /** Sends a query parameter of your own along, such as one that a gateway asks for. */
  public static RequestOption query(String name, String value) {
    return new RequestOption(request -> request.and(name, value));
  }

  /** Tells status and headers of the answer, if the call succeeds. */
  public static RequestOption onAnswer(Consumer<Received> listener) {
    return new RequestOption(request -> request.telling(listener));
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
