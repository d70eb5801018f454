package io.warmline.api.webhook;

import io.warmline.core.webhook.Attempt;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why a message did not arrive, by what the platform says. */
final class Failures {

  private Failures() {}

  static Attempt.Failure of(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof Addresses.Unknown) {
        return Attempt.Failure.UNKNOWN_HOST;
      }
      if (t instanceof Addresses.NotPublic) {
        return Attempt.Failure.ADDRESS_NOT_PUBLIC;
      }
      if (t instanceof SSLException) {
        return Attempt.Failure.TLS;
      }
      if (t instanceof TimeoutException || t.getClass().getSimpleName().contains("Timeout")) {
        return Attempt.Failure.TIMEOUT;
      }
      if (t instanceof ConnectException || t instanceof IOException) {
        return Attempt.Failure.NO_CONNECTION;
      }
    }
    return failure.getClass().getName().startsWith("io.netty.handler.codec")
        ? Attempt.Failure.NO_HTTP
        : Attempt.Failure.NO_CONNECTION;
  }
}
