package io.warmline.api.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Sends writes, and remembers which of them were acknowledged, and which were never answered. May
 * be used by several threads.
 */
public final class Ledger {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A request under an idempotency key. */
  public record Write(String key, String path, String body) {}

  /**
   * What the server has promised.
   *
   * @param heard when the answer had been read
   * @param digest of the answer as it came
   */
  public record Acknowledged(
      Write write, int status, JsonNode body, Instant heard, String digest) {}

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Door door;
  private final Duration patience;
  private final UnaryOperator<JsonNode> kept;
  private final Map<Write, Instant> sent = new ConcurrentHashMap<>();
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Write> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private final AtomicInteger putOff = new AtomicInteger();
  private final Queue<String> failed = new ConcurrentLinkedQueue<>();

  public Ledger(Door door) {
    this(door, Duration.ofSeconds(15), body -> body);
  }

  /**
   * @param patience how long an answer is waited for
   * @param kept what is remembered of an answer
   */
  public Ledger(Door door, Duration patience, UnaryOperator<JsonNode> kept) {
    this.door = door;
    this.patience = patience;
    this.kept = kept;
  }

  /** Makes something whose id must be known; returns that. */
  public String create(String path, String body) {
    return send(new Write(path + body.hashCode(), path, body)).orElseThrow().get("id").asText();
  }

  /** Sends it once; empty if it was not acknowledged. */
  public Optional<JsonNode> send(Write write) {
    sent.putIfAbsent(write, Instant.now());
    try {
      HttpResponse<String> response = exchange(write);
      if (response.statusCode() / 100 == 2) {
        JsonNode body = JSON.readTree(response.body());
        acknowledged.add(
            new Acknowledged(
                write,
                response.statusCode(),
                kept.apply(body),
                Instant.now(),
                digest(response.body())));
        return Optional.of(body);
      }
      if (response.statusCode() >= 500) {
        note(write, response);
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

  /** Something may be missing; but then that is said, and when to come again. */
  private void note(Write write, HttpResponse<String> response) {
    boolean isProblem =
        response
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.startsWith("application/problem+json"))
            .isPresent();
    if (response.statusCode() == 503
        && isProblem
        && response.headers().firstValue("Retry-After").isPresent()) {
      putOff.incrementAndGet();
    } else {
      failed.add(write + " -> " + response.statusCode() + " " + response.body());
    }
  }

  private static String digest(String body) {
    return body.length() + ":" + body.hashCode();
  }

  /** Whether a repetition of this under its key is answered as it was before, byte for byte. */
  public boolean isAnsweredAlike(Acknowledged before) throws IOException {
    HttpResponse<String> again = exchange(before.write());
    return again.statusCode() == before.status() && digest(again.body()).equals(before.digest());
  }

  private HttpResponse<String> exchange(Write write) throws IOException {
    URI where = door.at(write.path());
    try {
      return http.send(
          HttpRequest.newBuilder(where)
              .header("Authorization", "Bearer " + ServerProcess.API_KEY)
              .header("Idempotency-Key", write.key())
              .header("Content-Type", "application/json")
              .timeout(patience)
              .POST(HttpRequest.BodyPublishers.ofString(write.body()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      door.failed(where);
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /**
   * Repeats every request that got no answer, with its key, until each has one; returns how many
   * there were.
   */
  public int repeatUnanswered() {
    int open = unanswered.size();
    for (int attempt = 0; attempt < 20 && !unanswered.isEmpty(); attempt++) {
      repeatOnce();
    }
    return open;
  }

  /** Repeats once, with its key, what got no answer until now. */
  public void repeatOnce() {
    for (int open = unanswered.size(); open > 0; open--) {
      Write write = unanswered.poll();
      if (write != null) {
        send(write);
      }
    }
  }

  /** When this was sent first. */
  public Instant firstSent(Write write) {
    return sent.get(write);
  }

  /** All that was ever sent by this operation, answered or not. */
  public List<Write> sent(Predicate<String> path) {
    return sent.keySet().stream().filter(write -> path.test(write.path())).toList();
  }

  public List<Write> unanswered() {
    return List.copyOf(unanswered);
  }

  /** Answers of class 4xx. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  /** How often a 503 told to come again. */
  public int putOff() {
    return putOff.get();
  }

  /** Answers of class 5xx that are no 503 with a problem and a {@code Retry-After}. */
  public List<String> failed() {
    return List.copyOf(failed);
  }

  /** What was acknowledged by this operation. */
  public List<Acknowledged> acknowledged(String path) {
    return acknowledged.stream().filter(a -> a.write().path().equals(path)).toList();
  }

  /** Reads one thing. */
  public JsonNode get(String path) throws IOException {
    HttpResponse<String> response = read(path);
    if (response.statusCode() != 200) {
      throw new IOException(path + " -> " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> read(String path) throws IOException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(door.at(path))
              .header("Authorization", "Bearer " + ServerProcess.API_KEY)
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Reads a list to its end. */
  public List<JsonNode> list(String path) throws IOException {
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
