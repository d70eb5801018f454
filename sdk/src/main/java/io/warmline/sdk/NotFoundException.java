package io.warmline.sdk;

/** There is nothing with this id, or it belongs to somebody else (404). */
public final class NotFoundException extends WarmlineException {
  private static final long serialVersionUID = 1L;

  NotFoundException(Failure failure) {
    super(failure);
  }
}
