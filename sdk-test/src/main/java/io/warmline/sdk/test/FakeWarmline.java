package io.warmline.sdk.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.warmline.sdk.WarmlineClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * A Warmline server for tests: over HTTP on a port of this machine, in memory, empty at the start,
 * with a clock that stands still until it is moved.
 *
 * <pre>{@code
 * try (FakeWarmline server = FakeWarmline.start()) {
 *   WarmlineClient warmline = server.client();
 *   // … agents, campaigns, leads, a claim
 *   server.clock().advance(Duration.ofMinutes(6)); // the lease ends
 *   server.fault("logCall", Fault.lostAnswer()); // and the next report is done, but not answered
 * }
 * }</pre>
 *
 * <p>It does a working day: agents, campaigns, leads, the queue, claims with leases, calls,
 * callbacks, meetings, events. All other operations answer as the contract's examples do, to what
 * the examples ask, with the header {@code Warmline-Fake: example}. Requests are held to the
 * contract. What a server would do and the fake does not know is refused with 501 {@code
 * NOT_FAKED}, which says what it is: script an answer for it. It knows no law, no registries and no
 * words, but for those that {@link #understands} tells it.
 *
 * <p>Safe for threads. Ids and times are the same in each run of the same test.
 */
public final class FakeWarmline implements AutoCloseable {
  /** The time in the examples of the contract: a Wednesday, a quarter past ten in New York. */
  public static final Instant START = Instant.parse("2026-11-18T15:15:00Z");

  private static final String KEY = "wl_test_fake";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer http;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "fake-warmline");
            thread.setDaemon(true);
            return thread;
          });
  private final MovableClock clock;
  private final Firm firm;
  private final Idempotency idempotency = new Idempotency();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Reply> scripts = new ConcurrentHashMap<>();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong requests = new AtomicLong();
  private volatile BiConsumer<Asked, Reply> listener = (request, reply) -> {};

  private FakeWarmline(Instant start) {
    clock = new MovableClock(start, this::passed);
    firm = new Firm(clock);
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  /** An empty server, at {@link #START}. */
  public static FakeWarmline start() {
    return start(START);
  }

  /** An empty server, at a time of yours. */
  public static FakeWarmline start(Instant now) {
    return new FakeWarmline(now);
  }

  private void passed(Instant now) {
    firm.round(now);
  }

  /** Where it is, as {@code WARMLINE_URL}. */
  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** The key that it takes, as {@code WARMLINE_API_KEY}. */
  public String apiKey() {
    return KEY;
  }

  /**
   * A client of it that goes by its clock: to wait before another try takes no time and moves the
   * clock.
   */
  public WarmlineClient client() {
    return builder().build();
  }

  /** The same, to be built further. */
  public WarmlineClient.Builder builder() {
    return WarmlineClient.builder().baseUrl(url()).apiKey(KEY).clock(clock).sleeper(clock::advance);
  }

  /** The time by which it goes. */
  public MovableClock clock() {
    return clock;
  }

  /** All requests so far that reached it, in order; those that met a fault too. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /**
   * Answers an operation in this way from now on, whatever it is asked; nothing is done.
   *
   * @param operation of the contract, such as {@code getActivityReport}
   * @throws IllegalArgumentException if the contract has none of that name
   */
  public FakeWarmline script(String operation, Reply reply) {
    scripts.put(Contract.INSTANCE.operation(operation).id(), reply);
    return this;
  }

  /**
   * Answers an operation with the contract's example from now on, whatever it is asked.
   *
   * @throws IllegalArgumentException if the contract has none of that name
   */
  public FakeWarmline scriptExample(String operation) {
    return script(operation, Contract.INSTANCE.operation(operation).example());
  }

  /**
   * Lets something go wrong with the next request of an operation that has not gone wrong yet.
   * Several go wrong one after the other.
   *
   * @throws IllegalArgumentException if the contract has none of that name
   */
  public FakeWarmline fault(String operation, Fault... next) {
    Deque<Fault> coming =
        faults.computeIfAbsent(
            Contract.INSTANCE.operation(operation).id(), id -> new ArrayDeque<>());
    synchronized (coming) {
      coming.addAll(List.of(next));
    }
    return this;
  }

  /**
   * Tells what words mean, for callbacks that are promised in them: the fake reads none by itself.
   *
   * @param words as they are sent
   * @param meaning from the promise on until it is due
   */
  public FakeWarmline understands(String words, Duration meaning) {
    firm.understands(words, meaning);
    return this;
  }

  /** Stops it; whoever waits for an answer gets none. */
  @Override
  public void close() {
    closed.countDown();
    http.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Contract.Route> route =
          Contract.INSTANCE.route(
              exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
      Asked request = read(exchange, route);
      asked.add(request);
      Optional<Fault> fault = nextFault(request.operation());
      Fault.Kind kind = fault.map(Fault::kind).orElse(null);
      if (kind == Fault.Kind.SILENT) {
        closed.await();
      } else if (kind == Fault.Kind.REFUSED) {
        send(exchange, request, fault.orElseThrow().reply());
      } else if (kind != Fault.Kind.LOST_REQUEST) {
        answer(exchange, request, route, kind == Fault.Kind.LOST_ANSWER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(
      HttpExchange exchange, Asked request, Optional<Contract.Route> route, boolean lost)
      throws IOException, InterruptedException {
    Reply reply;
    try {
      Asked.Call call = admit(request, route);
      if (request.operation().equals("streamEvents") && !scripts.containsKey("streamEvents")) {
        new EventFeed(firm, closed).send(exchange, call);
        return;
      }
      reply = work(call, route.orElseThrow().operation());
    } catch (Refusal refusal) {
      reply = Reply.of(refusal);
    }
    if (!lost) {
      send(exchange, request, reply);
    }
  }

  private static Asked.Call admit(Asked request, Optional<Contract.Route> route) {
    if (route.isEmpty()) {
      throw new Refusal(404, "NOT_FOUND", "There is nothing at this path.");
    }
    Contract.Operation operation = route.get().operation();
    if (!operation.open()
        && !request.header("Authorization").equals(Optional.of("Bearer " + KEY))) {
      throw new Refusal(401, "INVALID_API_KEY", "The fake server takes the key " + KEY + ".");
    }
    Map<String, String> parameters = new TreeMap<>();
    route.get().parameters().forEach((name, text) -> parameters.put(name, decoded(text)));
    Asked.Call call = new Asked.Call(request, parameters, json(request, operation));
    operation.require(call);
    return call;
  }

  private Reply work(Asked.Call call, Contract.Operation operation) {
    Reply script = scripts.get(operation.id());
    if (script != null) {
      return script;
    }
    Reply reply = idempotency.once(call.asked(), () -> unscripted(call, operation));
    String etag = reply.headers().getOrDefault("ETag", "");
    boolean unchanged =
        !etag.isEmpty() && call.asked().header("If-None-Match").equals(Optional.of(etag));
    return unchanged ? Reply.empty(304).header("ETag", etag) : reply;
  }

  private Reply unscripted(Asked.Call call, Contract.Operation operation) {
    if (!firm.does(operation.id())) {
      operation.requireAskedAsInExample(call);
      return operation.example();
    }
    return firm.work(call);
  }

  private static ObjectNode json(Asked request, Contract.Operation operation) {
    if (!operation.takesJson() || request.body().isEmpty()) {
      return Asked.Call.none();
    }
    try {
      JsonNode body = JSON.readTree(request.body());
      if (body instanceof ObjectNode object) {
        return object;
      }
      throw Refusal.invalid("", "INVALID_VALUE", "must be an object");
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "MALFORMED_JSON", "The body cannot be read as JSON.");
    }
  }

  private Optional<Fault> nextFault(String operation) {
    Deque<Fault> coming = faults.getOrDefault(operation, new ArrayDeque<>());
    synchronized (coming) {
      return Optional.ofNullable(coming.poll());
    }
  }

  private static Asked read(HttpExchange exchange, Optional<Contract.Route> route)
      throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    Map<String, String> query = new TreeMap<>();
    String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (String pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }
    return new Asked(
        route.map(found -> found.operation().id()).orElse(""),
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query,
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Told of every answer, for the tests of this module. */
  void onAnswer(BiConsumer<Asked, Reply> listener) {
    this.listener = listener;
  }

  private void send(HttpExchange exchange, Asked request, Reply written) throws IOException {
    String id = request.header("X-Request-Id").orElse("req_fake_" + requests.incrementAndGet());
    Reply reply = written.at(request.path(), id).header("X-Request-Id", id);
    listener.accept(request, reply);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(bytes);
      }
    }
  }
}
