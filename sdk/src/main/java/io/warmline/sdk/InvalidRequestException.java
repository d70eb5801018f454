package io.warmline.sdk;

/**
 * The request breaks the contract (400, 405, 406, 413, 415, 422); {@link #errors} names the values
 * at fault.
 */
public final class InvalidRequestException extends WarmlineException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(Failure failure) {
    super(failure);
  }
}
