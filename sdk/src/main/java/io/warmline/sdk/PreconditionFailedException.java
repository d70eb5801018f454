package io.warmline.sdk;

/**
 * It has changed since it was read (412), or the change did not say which version it is for (428):
 * read it again, and repeat the change if it still makes sense.
 */
public final class PreconditionFailedException extends WarmlineException {
  private static final long serialVersionUID = 1L;

  PreconditionFailedException(Failure failure) {
    super(failure);
  }
}
