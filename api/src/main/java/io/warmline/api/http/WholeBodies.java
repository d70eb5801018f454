package io.warmline.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Bodies are gathered before a thread is given to their request: whoever sends one slowly holds up
 * nobody, and has a deadline. Files are not gathered but read as they come, see {@link
 * CountedBody}.
 */
@Singleton
public class WholeBodies {

  private static final int AFTER_THE_DOOR = 900;

  /** More than any operation takes that is no file; the guard says so, to those who have a key. */
  private static final int MOST_BYTES = 2 * 1024 * 1024 + 1;

  /** Of all bodies that are on their way. */
  private static final long MOST_IN_FLIGHT = 256L * 1024 * 1024;

  private static final Set<String> FILES =
      Set.of(
          "text/csv",
          "application/x-ndjson",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Vertx vertx;
  private final Duration patience;
  private final AtomicLong inFlight = new AtomicLong();

  WholeBodies(
      Vertx vertx,
      @ConfigProperty(name = "warmline.body-timeout", defaultValue = "10s") Duration patience) {
    this.vertx = vertx;
    this.patience = patience;
  }

  void register(@Observes Filters filters) {
    filters.register(this::gather, AFTER_THE_DOOR);
  }

  private void gather(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!hasBody(request) || isFile(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
      context.next();
      return;
    }
    if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      context.next(); // is refused, whatever follows
      return;
    }
    if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
      request.response().writeContinue();
    }
    new Gathering(context).begin();
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !length.equals("0");
  }

  private static boolean isFile(@Nullable String type) {
    return type != null && FILES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  /** One body on its way. All happens on the thread of its connection. */
  private final class Gathering {

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Buffer body = Buffer.buffer();
    private boolean over;
    private long deadline;

    Gathering(RoutingContext context) {
      this.context = context;
      this.request = context.request();
    }

    void begin() {
      deadline = vertx.setTimer(patience.toMillis(), timer -> tooSlow());
      request.exceptionHandler(e -> end());
      request.handler(this::add);
      request.endHandler(
          end -> {
            if (end()) {
              ((RoutingContextInternal) context).setBody(body);
              context.next();
            }
          });
      request.resume();
    }

    private void add(Buffer chunk) {
      int room = MOST_BYTES - body.length();
      int taken = Math.min(room, chunk.length());
      if (over || taken <= 0) {
        return;
      }
      if (inFlight.addAndGet(taken) > MOST_IN_FLIGHT) {
        body.appendBuffer(chunk, 0, taken);
        refuse(ProblemKind.BUSY, "Too many bodies are on their way at once. Try again.");
        return;
      }
      body.appendBuffer(chunk, 0, taken);
      if (body.length() == MOST_BYTES && end()) {
        // The rest is of no use; the guard says that it is too much.
        request.handler(rest -> {});
        ((RoutingContextInternal) context).setBody(body);
        context.next();
      }
    }

    private void tooSlow() {
      refuse(
          ProblemKind.TOO_SLOW,
          "The body has to arrive within " + patience.toSeconds() + " seconds.");
    }

    private void refuse(ProblemKind kind, String detail) {
      if (end()) {
        request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        BareProblems.refuse(request, kind, detail);
      }
    }

    /** True the first time. */
    private boolean end() {
      if (over) {
        return false;
      }
      over = true;
      vertx.cancelTimer(deadline);
      inFlight.addAndGet(-body.length());
      return true;
    }
  }
}
