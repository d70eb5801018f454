package io.warmline.sdk;

/**
 * The rate limit of the key is used up (429), and retries did not help; see {@link #retryAfter}.
 */
public final class RateLimitException extends WarmlineException {
  private static final long serialVersionUID = 1L;

  RateLimitException(Failure failure) {
    super(failure);
  }
}
