package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Events as they happen, as server-sent events. */
final class EventFeed {
  private static final long SILENCE_MILLIS = 15_000;

  private final Firm firm;
  private final CountDownLatch closed;

  EventFeed(Firm firm, CountDownLatch closed) {
    this.firm = firm;
    this.closed = closed;
  }

  /** Sends until the seconds that were asked for have passed, the client hangs up, or the end. */
  void send(HttpExchange exchange, Asked.Call call) throws IOException, InterruptedException {
    long after =
        call.asked()
            .header("Last-Event-ID")
            .or(() -> call.query("after"))
            .map(Long::parseLong)
            .orElse(0L);
    long end =
        System.currentTimeMillis()
            + 1000L * call.query("seconds").map(Integer::parseInt).orElse(600);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("X-Request-Id", "req_fake_events");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    sendOn(out, ":\n\n");
    while (closed.getCount() > 0 && System.currentTimeMillis() < end) {
      long signOfLife = Math.min(end, System.currentTimeMillis() + SILENCE_MILLIS);
      List<ObjectNode> events = firm.await(after, call.query("type").orElse(""), signOfLife);
      for (ObjectNode event : events) {
        after = event.path("sequence").asLong();
        out.write(written(event).getBytes(StandardCharsets.UTF_8));
      }
      sendOn(out, events.isEmpty() ? ":\n\n" : "");
    }
    out.close();
  }

  private static void sendOn(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String written(ObjectNode event) {
    return "id: %d\nevent: %s\ndata: %s\n\n"
        .formatted(event.path("sequence").asLong(), event.path("type").asText(), event);
  }
}
