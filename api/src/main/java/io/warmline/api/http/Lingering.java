package io.warmline.api.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * A connection whose request was answered before all of it had come. To close it at once would have
 * the operating system throw away what was answered, as soon as another byte of the request
 * arrives: so the rest is read, into nothing, for a while (RFC 9112, section 9.6). It holds no
 * thread. All happens on the thread of the connection.
 */
final class Lingering {

  /** Whoever sends nothing for so long has had the answer, or never will. */
  private static final long SILENCE_MILLIS = 1000;

  private static final int MOST_SILENCES = 5;

  private final HttpServerRequest request;
  private final Vertx vertx;
  private boolean heard;
  private int waited;

  private Lingering(HttpServerRequest request, Vertx vertx) {
    this.request = request;
    this.vertx = vertx;
  }

  /** Closes the connection once nothing more comes of the request, at the latest in 5 seconds. */
  static void close(HttpServerRequest request) {
    Context context = Vertx.currentContext();
    if (context == null || request.isEnded()) {
      request.connection().close();
    } else {
      new Lingering(request, context.owner()).begin();
    }
  }

  private void begin() {
    request.exceptionHandler(gone -> {});
    request.handler(rest -> heard = true);
    request.endHandler(end -> request.connection().close());
    request.resume();
    vertx.setPeriodic(SILENCE_MILLIS, this::listen);
  }

  private void listen(long timer) {
    waited++;
    if (!heard || waited >= MOST_SILENCES) {
      vertx.cancelTimer(timer);
      request.connection().close();
    }
    heard = false;
  }
}
