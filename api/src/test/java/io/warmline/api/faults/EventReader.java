package io.warmline.api.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.api.server.Door;
import io.warmline.api.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Somebody who keeps up with what happens, by asking again and again or by listening. */
final class EventReader implements Runnable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Door door;
  private final boolean listens;
  private final Queue<Told.Event> told = new ConcurrentLinkedQueue<>();
  private volatile boolean reading = true;
  private volatile long last;

  EventReader(Door door, boolean listens) {
    this.door = door;
    this.listens = listens;
  }

  List<Told.Event> told() {
    return List.copyOf(told);
  }

  long last() {
    return last;
  }

  void stop() {
    reading = false;
  }

  /** An older state of the data was restored: what came after this number has not happened. */
  synchronized void goBackTo(long sequence) {
    told.removeIf(event -> event.sequence() > sequence);
    last = Math.min(last, sequence);
  }

  @Override
  public void run() {
    while (reading) {
      URI where =
          door.at(
              listens
                  ? "/v1/events/stream?seconds=20&after=" + last
                  : "/v1/events?limit=200&after=" + last);
      try {
        if (listens) {
          listen(where);
        } else {
          ask(where);
        }
      } catch (IOException e) {
        door.failed(where);
      }
      ServerProcess.pause(Duration.ofMillis(200));
    }
  }

  private static HttpRequest request(URI where, Duration patience) {
    return HttpRequest.newBuilder(where)
        .header("Authorization", "Bearer " + ServerProcess.API_KEY)
        .timeout(patience)
        .build();
  }

  private void ask(URI where) throws IOException {
    HttpResponse<String> answer =
        send(request(where, PATIENCE), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 200) {
      JSON.readTree(answer.body()).get("items").forEach(this::hear);
    }
  }

  /** What breaks off within a line was not heard. */
  private void listen(URI where) throws IOException {
    HttpResponse<Stream<String>> answer =
        send(request(where, PATIENCE), HttpResponse.BodyHandlers.ofLines());
    if (answer.statusCode() != 200) {
      return;
    }
    try (Stream<String> lines = answer.body()) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("data:")) {
          hear(JSON.readTree(line.substring("data:".length())));
        }
      }
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    try {
      return http.send(request, handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private synchronized void hear(JsonNode event) {
    last = event.get("sequence").asLong();
    told.add(
        new Told.Event(
            listens ? "listener" : "asker",
            last,
            event.get("type").asText(),
            event.get("subjectId").asText()));
  }
}
