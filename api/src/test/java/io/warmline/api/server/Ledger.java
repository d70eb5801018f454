package io.warmline.api.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends writes, and remembers which of them were acknowledged, and which were never answered. */
final class Ledger {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A request under an idempotency key. */
  record Write(String key, String path, String body) {}

  /** What the server has promised. */
  record Acknowledged(Write write, int status, JsonNode body) {}

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ServerProcess server;
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Write> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  Ledger(ServerProcess server) {
    this.server = server;
  }

  /** Sends it once; empty if it was not acknowledged. */
  Optional<JsonNode> send(Write write) {
    try {
      HttpResponse<String> response = exchange(write);
      if (response.statusCode() / 100 == 2) {
        JsonNode body = JSON.readTree(response.body());
        acknowledged.add(new Acknowledged(write, response.statusCode(), body));
        return Optional.of(body);
      }
      if (response.statusCode() < 500 && !response.body().contains("IDEMPOTENCY_KEY_IN_USE")) {
        refused.add(write + " -> " + response.statusCode() + " " + response.body());
        return Optional.empty();
      }
    } catch (IOException e) {
      // nobody knows whether it took effect
    }
    unanswered.add(write);
    return Optional.empty();
  }

  private HttpResponse<String> exchange(Write write) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(server.at(write.path()))
              .header("Authorization", "Bearer " + ServerProcess.API_KEY)
              .header("Idempotency-Key", write.key())
              .header("Content-Type", "application/json")
              .timeout(Duration.ofSeconds(15))
              .POST(HttpRequest.BodyPublishers.ofString(write.body()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /**
   * Repeats every request that got no answer, with its key, until each has one; returns how many
   * there were.
   */
  int repeatUnanswered() {
    List<Write> open = List.copyOf(unanswered);
    for (int attempt = 0; attempt < 20 && !unanswered.isEmpty(); attempt++) {
      List<Write> again = List.copyOf(unanswered);
      unanswered.clear();
      again.forEach(this::send);
    }
    return open.size();
  }

  List<Write> unanswered() {
    return List.copyOf(unanswered);
  }

  /** Answers of class 4xx. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  /** What was acknowledged by this operation. */
  List<Acknowledged> acknowledged(String path) {
    return acknowledged.stream().filter(a -> a.write().path().equals(path)).toList();
  }

  /** Reads one thing. */
  JsonNode get(String path) throws IOException {
    HttpResponse<String> response = read(path);
    if (response.statusCode() != 200) {
      throw new IOException(path + " -> " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> read(String path) throws IOException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(server.at(path))
              .header("Authorization", "Bearer " + ServerProcess.API_KEY)
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Reads a list to its end. */
  List<JsonNode> list(String path) throws IOException {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=200" + cursor);
      page.get("items").forEach(items::add);
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }
}
