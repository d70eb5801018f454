package io.warmline.sdk;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * No answer came: no connection, a broken one, a timeout, or the thread was interrupted. A write
 * may have taken effect; repeat it with the same {@link RequestOption#idempotencyKey} to be sure.
 */
public final class ConnectionException extends WarmlineException {
  private static final long serialVersionUID = 1L;

  ConnectionException(String code, String title, @Nullable Throwable cause) {
    super(Failure.withoutAnswer(code, title));
    if (cause != null) {
      initCause(cause);
    }
  }

  /** Whether the request surely never left. */
  boolean neverSent() {
    return getCause() instanceof ConnectException
        || getCause() instanceof HttpConnectTimeoutException;
  }
}
