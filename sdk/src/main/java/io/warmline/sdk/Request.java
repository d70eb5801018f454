package io.warmline.sdk;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
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
   */
  private record Target(String method, String template, String path) {}

  private final Target target;
  private final Query query;
  private final Map<String, String> headers;
  private final Body body;
  private final @Nullable Duration deadline;

  private Request(
      Target target,
      Query query,
      Map<String, String> headers,
      Body body,
      @Nullable Duration deadline) {
    this.target = target;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.deadline = deadline;
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
    return new Request(new Target(method, template, path), Query.NONE, headers, Body.NONE, null);
  }

  Request query(Query other) {
    return new Request(target, other, headers, body, deadline);
  }

  Request json(Object value) {
    return body(Body.json("application/json", value));
  }

  Request mergePatch(Object value) {
    return body(Body.json("application/merge-patch+json", value));
  }

  Request body(Body other) {
    return new Request(target, query, headers, other, deadline);
  }

  Request accept(String mediaType) {
    return header(ACCEPT, mediaType);
  }

  Request header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Request(target, query, more, body, deadline);
  }

  Request deadline(Duration other) {
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

  String method() {
    return target.method();
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
    return Optional.ofNullable(deadline);
  }
}
