package io.warmline.sdk;

/** The state of the thing forbids it (409); {@link #code} says which state. */
public final class ConflictException extends WarmlineException {
  private static final long serialVersionUID = 1L;

  ConflictException(Failure failure) {
    super(failure);
  }
}
