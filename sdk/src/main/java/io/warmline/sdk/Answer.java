package io.warmline.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What the server said.
 *
 * @param content of success to a request for a file: the open stream; of all else: in memory
 */
record Answer(int status, HttpHeaders headers, InputStream content, Instant at) {

  boolean succeeded() {
    return (status >= 200 && status < 300) || status == 304;
  }

  /** Where a redirect leads. */
  Optional<URI> redirected() {
    return status == 302 ? headers.firstValue("Location").map(URI::create) : Optional.empty();
  }

  boolean unchanged() {
    return status == 304;
  }

  boolean empty() {
    return status == 204;
  }

  Optional<String> etag() {
    return headers.firstValue("ETag");
  }

  Optional<String> requestId() {
    return headers.firstValue("X-Request-Id");
  }

  boolean replayed() {
    return headers.firstValue("Idempotent-Replayed").map("true"::equals).orElse(false);
  }

  String contentType() {
    return headers.firstValue("Content-Type").orElse("none");
  }

  /**
   * How long to wait: {@code Retry-After} in seconds or, as proxies send it, as a date. Never
   * negative.
   */
  /** Whether a daily quota is what holds leads back. */
  boolean heldBackByQuota() {
    return headers.firstValue("Held-Back-By").filter("DAILY_QUOTA"::equals).isPresent();
  }

  Optional<Duration> retryAfter() {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(this::waiting)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  private Optional<Duration> waiting(String value) {
    try {
      if (value.matches("[0-9]{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
      }
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(at, until));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads the body.
   *
   * @throws WarmlineException with code {@code UNREADABLE_ANSWER} if it is not what the contract
   *     says
   */
  <T> T as(Class<T> type) {
    try {
      T value = Json.read(content.readAllBytes(), type);
      if (value != null) {
        return value;
      }
      throw new IOException("null");
    } catch (IOException e) {
      throw unreadable("The answer is no " + type.getSimpleName(), e);
    }
  }

  /** The body as a tree; a missing node where there is none. */
  JsonNode tree() {
    try {
      return Json.tree(content.readAllBytes());
    } catch (IOException e) {
      throw unreadable("The answer is no JSON", e);
    }
  }

  /**
   * The body as it comes in.
   *
   * @throws WarmlineException with code {@code UNREADABLE_ANSWER} if it is of another type, such as
   *     a page that a proxy has put in its place
   */
  InputStream file(String mediaType) {
    if (contentType().split(";", 2)[0].strip().equalsIgnoreCase(mediaType)) {
      return content;
    }
    IOException other = new IOException("not " + mediaType);
    try (content) {
      throw unreadable("The answer is no file of " + mediaType, other);
    } catch (IOException e) {
      throw unreadable("The answer is no file of " + mediaType, e);
    }
  }

  WarmlineException unreadable(String what, IOException cause) {
    WarmlineException failure =
        new WarmlineException(
            new Failure(
                status,
                "UNREADABLE_ANSWER",
                what + " (content type " + contentType() + ")",
                null,
                requestId().orElse(null),
                List.of(),
                null));
    failure.initCause(cause);
    return failure;
  }

  static InputStream inMemory(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
