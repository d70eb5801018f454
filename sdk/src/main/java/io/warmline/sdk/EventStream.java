package io.warmline.sdk;

import io.warmline.sdk.model.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Server-sent events (WHATWG HTML, 9.2), taken up again where a connection ended. */
final class EventStream {
  static final String MEDIA_TYPE = "text/event-stream";

  /** The server gives a sign of life every 15 seconds: three of them missing is an end. */
  private static final long DEAD_AFTER_SECONDS = 45;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Transport transport;
  private final EventFilter filter;
  private final Predicate<Event> handler;
  private final RequestOption[] options;
  private long last;
  private boolean enough;

  EventStream(
      Transport transport, EventFilter filter, Predicate<Event> handler, RequestOption... options) {
    this.transport = transport;
    this.filter = filter;
    this.handler = handler;
    this.options = options.clone();
    this.last = filter.after();
  }

  long follow() {
    while (!enough) {
      Request request =
          Request.get("/v1/events/stream")
              .query(filter.ofStream())
              .accept(MEDIA_TYPE)
              .header("Last-Event-ID", Long.toString(last))
              .with(options);
      if (listen(transport.send(request))) {
        transport.pause(PAUSE);
      }
    }
    return last;
  }

  /** Until the stream ends; whether it broke. */
  private boolean listen(Answer answer) {
    InputStream stream = answer.file(MEDIA_TYPE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      StringBuilder data = new StringBuilder();
      while (!enough) {
        String line = read(lines, stream);
        if (line == null) {
          return false;
        }
        if (line.isEmpty()) {
          handle(data, answer);
        } else if (line.startsWith("data:")) {
          data.append(line.substring("data:".length()).strip());
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static @Nullable String read(BufferedReader lines, InputStream stream)
      throws IOException {
    Executor later = CompletableFuture.delayedExecutor(DEAD_AFTER_SECONDS, TimeUnit.SECONDS);
    CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> close(stream), later);
    try {
      return lines.readLine();
    } finally {
      watch.cancel(false);
    }
  }

  /** Whoever reads it is told. */
  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new IllegalStateException("a dead connection could not be closed", e);
    }
  }

  private void handle(StringBuilder data, Answer answer) {
    if (data.isEmpty()) {
      return;
    }
    Event event = read(data.toString(), answer);
    data.setLength(0);
    enough = !handler.test(event);
    last = event.getSequence();
  }

  private static Event read(String data, Answer answer) {
    try {
      Event event = Json.read(data.getBytes(StandardCharsets.UTF_8), Event.class);
      if (event != null) {
        return event;
      }
      throw new IOException("null");
    } catch (IOException e) {
      throw answer.unreadable("An event of the stream is not readable", e);
    }
  }
}
