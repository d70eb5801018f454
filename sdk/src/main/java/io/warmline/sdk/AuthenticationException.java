package io.warmline.sdk;

/** The API key is missing, unknown, expired or revoked (401). */
public final class AuthenticationException extends WarmlineException {
  private static final long serialVersionUID = 1L;

  AuthenticationException(Failure failure) {
    super(failure);
  }
}
