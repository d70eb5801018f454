package io.warmline.api.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.warmline.api.server.Ledger;
import io.warmline.api.server.Ledger.Write;
import io.warmline.api.server.ServerProcess;
import io.warmline.sdk.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A receiver of messages who fails, lies and stalls until it is told to behave. */
final class Endpoint implements AutoCloseable {

  /** In what way it is bad, one time in so many. */
  enum Manner {
    /** Takes what comes, but for errors and "come back later". */
    CLUMSY(25),
    /** Keeps it and says that it failed; sends elsewhere; breaks off. */
    LYING(15),
    /** Says yes when nobody waits for it any more. */
    STALLING(60),
    /** Wants no more. */
    GONE(1);

    private final int oneIn;

    Manner(int oneIn) {
      this.oneIn = oneIn;
    }
  }

  /** Longer than anybody waits for an answer, even if it was frozen meanwhile. */
  private static final Duration TOO_LONG = Duration.ofSeconds(40);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Manner manner;
  private final Set<String> types;
  private final Random chance;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Told.Message> received = new ConcurrentLinkedQueue<>();
  private volatile boolean behaves;
  private volatile String id = "";
  private volatile WebhookVerifier verifier;

  /** Sets it up as a webhook for these subjects; none: all. */
  Endpoint(Manner manner, Set<String> types, Ledger ledger, long seed) throws IOException {
    this.manner = manner;
    this.types = types;
    this.chance = new Random(seed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + manner;
    String wanted =
        types.stream()
            .map(type -> "\"" + type + ".*\"")
            .collect(Collectors.joining(", ", "[", "]"));
    JsonNode made =
        ledger
            .send(
                new Write(
                    url,
                    "/v1/webhooks",
                    "{\"url\": \"%s\", \"eventTypes\": %s}".formatted(url, wanted)))
            .orElseThrow();
    id = made.get("id").asText();
    verifier = WebhookVerifier.of(made.get("secret").asText());
    server.createContext("/", this::receive);
    server.start();
  }

  String id() {
    return id;
  }

  /** From now on it takes everything. */
  void behave() {
    behaves = true;
  }

  Told.Endpoint asTold() {
    return new Told.Endpoint(id, types, manner != Manner.GONE);
  }

  List<Told.Message> received() {
    return List.copyOf(received);
  }

  private synchronized int draw(int bound) {
    return chance.nextInt(bound);
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean good = manner != Manner.GONE && (behaves || draw(manner.oneIn) > 0);
    try {
      if (good) {
        note(exchange, body, true);
        answer(exchange, 204);
      } else {
        note(exchange, body, false);
        misbehave(exchange);
      }
    } catch (IOException e) {
      // whoever sent it has been killed meanwhile
    } finally {
      exchange.close();
    }
  }

  private void misbehave(HttpExchange exchange) throws IOException {
    switch (manner) {
      case CLUMSY -> {
        if (draw(2) == 0) {
          exchange.getResponseHeaders().add("Retry-After", "1");
          answer(exchange, 503);
        } else {
          answer(exchange, 500);
        }
      }
      case LYING -> {
        switch (draw(3)) {
          case 0 -> answer(exchange, 400);
          case 1 -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            answer(exchange, 302);
          }
          default -> {}
        }
      }
      case STALLING -> {
        ServerProcess.pause(TOO_LONG);
        answer(exchange, 200);
      }
      case GONE -> answer(exchange, 410);
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  /** Before it is answered: afterwards the server may be quicker than we are. */
  private void note(HttpExchange exchange, String body, boolean taken) throws IOException {
    JsonNode event = JSON.readTree(body);
    String lead =
        event.get("type").asText().startsWith("lead.")
            ? event.get("subjectId").asText()
            : event.path("data").path("leadId").asText(event.get("subjectId").asText());
    received.add(
        new Told.Message(
            id,
            exchange.getRequestHeaders().getFirst("webhook-id"),
            event.get("sequence").asLong(),
            lead,
            body.hashCode(),
            isGenuine(exchange, body),
            taken,
            Instant.now()));
  }

  private boolean isGenuine(HttpExchange exchange, String body) {
    try {
      verifier.verify(
          exchange.getRequestHeaders()::getFirst, body.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
