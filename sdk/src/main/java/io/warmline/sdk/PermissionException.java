package io.warmline.sdk;

/** The API key lacks the scope that the operation needs (403). */
public final class PermissionException extends WarmlineException {
  private static final long serialVersionUID = 1L;

  PermissionException(Failure failure) {
    super(failure);
  }
}
