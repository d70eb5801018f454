package io.warmline.sdk;

import io.warmline.sdk.model.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A call that failed. Its subclasses tell the kinds apart; {@link #code} tells the cases apart.
 *
 * <p>The message is fit for logs: it holds no personal data and no API key. {@link #detail} and
 * {@link #errors} may quote what was sent.
 */
public class WarmlineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  WarmlineException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  /** The HTTP status, or 0 when no answer came. */
  public final int status() {
    return failure.status();
  }

  /**
   * The stable code of the problem, such as {@code LEAD_EXISTS}; {@code HTTP_502} and the like when
   * the answer was no problem document.
   */
  public final String code() {
    return failure.code();
  }

  /** The kind of problem in words. */
  public final String title() {
    return failure.title();
  }

  /** What happened here, and what to do. When the answer was no problem document: how it begins. */
  public final Optional<String> detail() {
    return Optional.ofNullable(failure.detail());
  }

  /** The id of the request. Quote it when you ask for help. */
  public final Optional<String> requestId() {
    return Optional.ofNullable(failure.requestId());
  }

  /** The values at fault, or none. */
  public final List<FieldError> errors() {
    return failure.errors();
  }

  /** How long the server asks to wait before the next try. */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(failure.retryAfter());
  }
}
