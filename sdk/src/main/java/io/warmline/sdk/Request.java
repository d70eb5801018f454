package io.warmline.sdk;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call of an operation, whatever number of attempts it takes. Immutable. */
final class Request {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final String ANYTHING = "*/*";
  private static final String ACCEPT = "Accept";

  /**
   * Which operation.
   *
   * @param template the path with its parameters in braces, as in the contract
   * @param path the path with its parameters filled in and encoded
   * @param raw whether whoever asked wrote the path out
   */
  private record Target(String method, String template, String path, boolean raw) {}

  private final Target target;
  private final Query query;
  private final Map<String, String> headers;
  private final Body body;
  private final Conduct conduct;

  private Request(
      Target target, Query query, Map<String, String> headers, Body body, Conduct conduct) {
    this.target = target;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.conduct = conduct;
  }

  /**
   * How this call is made where it is otherwise than the client says; null: as it says.
   *
   * @param deadline the longest it may take
   * @param timeout the longest an attempt may take
   * @param retries attempts after the first
   * @param listener told of the answer
   */
  record Conduct(
      @Nullable Duration deadline,
      @Nullable Duration timeout,
      @Nullable Integer retries,
      Consumer<Received> listener) {
    private static final Conduct USUAL = new Conduct(null, null, null, received -> {});
  }

  static Request get(String template, @Nullable Object... arguments) {
    return to("GET", template, arguments);
  }

  static Request post(String template, @Nullable Object... arguments) {
    return to("POST", template, arguments);
  }

  static Request put(String template, @Nullable Object... arguments) {
    return to("PUT", template, arguments);
  }

  static Request patch(String template, @Nullable Object... arguments) {
    return to("PATCH", template, arguments);
  }

  /** To a path that is written out. */
  static Request raw(String method, String path) {
    return new Request(
        new Target(method, path, path, true), Query.NONE, Map.of(), Body.NONE, Conduct.USUAL);
  }

  static Request delete(String template, @Nullable Object... arguments) {
    return to("DELETE", template, arguments);
  }

  private static Request to(String method, String template, @Nullable Object... arguments) {
    String path = template;
    for (Object argument : arguments) {
      int from = path.indexOf('{');
      int to = path.indexOf('}');
      if (argument == null) {
        throw new IllegalArgumentException(path.substring(from + 1, to) + " must not be null");
      }
      path = path.substring(0, from) + Query.percent(argument.toString()) + path.substring(to + 1);
    }
    Map<String, String> headers = Map.of(ACCEPT, "application/json");
    return new Request(
        new Target(method, template, path, false), Query.NONE, headers, Body.NONE, Conduct.USUAL);
  }

  Request query(Query other) {
    return new Request(target, other, headers, body, conduct);
  }

  Request json(Object value) {
    return body(Body.json("application/json", value));
  }

  Request mergePatch(Object value) {
    return body(Body.json("application/merge-patch+json", value));
  }

  Request body(Body other) {
    return new Request(target, query, headers, other, conduct);
  }

  Request accept(String mediaType) {
    return header(ACCEPT, mediaType);
  }

  Request header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Request(target, query, more, body, conduct);
  }

  /** The same with one more value in the query. */
  Request and(String name, String value) {
    return query(query.and(name, value));
  }

  Request deadline(Duration other) {
    return conduct(new Conduct(other, conduct.timeout, conduct.retries, conduct.listener));
  }

  Request timeout(Duration other) {
    return conduct(new Conduct(conduct.deadline, other, conduct.retries, conduct.listener));
  }

  Request retries(int other) {
    return conduct(new Conduct(conduct.deadline, conduct.timeout, other, conduct.listener));
  }

  Request telling(Consumer<Received> other) {
    return conduct(
        new Conduct(
            conduct.deadline, conduct.timeout, conduct.retries, conduct.listener.andThen(other)));
  }

  private Request conduct(Conduct other) {
    return new Request(target, query, headers, body, other);
  }

  Request with(RequestOption... options) {
    Request changed = this;
    for (RequestOption option : options) {
      changed = option.apply(changed);
    }
    return changed;
  }

  /** This request with a key of its own, if it is of a kind that takes one and has none yet. */
  Request keyed() {
    if (!takesKey() || headers.containsKey(IDEMPOTENCY_KEY)) {
      return this;
    }
    return header(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
  }

  boolean takesKey() {
    return target.method().equals("POST") || target.method().equals("PATCH");
  }

  boolean deletes() {
    return target.method().equals("DELETE");
  }

  /** Whether sending it twice does what sending it once does. */
  boolean repeatable() {
    return body.repeatable() && (!takesKey() || headers.containsKey(IDEMPOTENCY_KEY));
  }

  /** Whether it moves a file, which takes as long as it takes. */
  boolean movesFile() {
    return !(accepts("application/json") || asksForRedirect())
        || body.contentType()
            .matches("text/csv|application/x-ndjson|application/vnd[.]openxmlformats.*");
  }

  /** Whether being sent elsewhere is what is wanted. */
  boolean asksForRedirect() {
    return accepts(ANYTHING);
  }

  boolean accepts(String mediaType) {
    return mediaType.equals(headers.get(ACCEPT));
  }

  String operation() {
    return target.method() + " " + target.template();
  }

  /**
   * The path with its parameters in braces; empty if it was written out, as it may tell anything.
   */
  Optional<String> template() {
    return Optional.of(target.template()).filter(template -> !target.raw());
  }

  String method() {
    return target.method();
  }

  boolean hasHeader(String name) {
    return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
  }

  URI uri(URI baseUrl) {
    return URI.create(baseUrl + target.path() + query.encoded());
  }

  Map<String, String> headers() {
    return headers;
  }

  Body body() {
    return body;
  }

  Optional<Duration> deadline() {
    return Optional.ofNullable(conduct.deadline);
  }

  Optional<Duration> timeout() {
    return Optional.ofNullable(conduct.timeout);
  }

  Optional<Integer> retries() {
    return Optional.ofNullable(conduct.retries);
  }

  void tell(Received received) {
    conduct.listener.accept(received);
  }
}
