package io.warmline.sdk;

/** The server failed, or is not there (500 to 599), and retries did not help. */
public final class ServerException extends WarmlineException {
  private static final long serialVersionUID = 1L;

  ServerException(Failure failure) {
    super(failure);
  }
}
