package io.warmline.api.mcp;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.warmline.api.http.OnBehalf;
import io.warmline.api.http.RequestIds;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests to this server itself, on the very socket by which the caller has reached it: what they
 * ask for passes the same door as if they had asked by REST.
 */
@Singleton
class OwnServer {

  /** Longer than any operation takes. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int MOST_CONNECTIONS = 256;

  /** Of the caller's request, as it came. */
  private static final List<String> PASSED_ON =
      List.of("Authorization", RequestIds.HEADER, "traceparent", "tracestate");

  private final Vertx vertx;
  private @Nullable HttpClient client;

  OwnServer(Vertx vertx) {
    this.vertx = vertx;
  }

  /** What an operation answered. */
  record Answer(int status, MultiMap headers, Buffer body) {}

  private synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(MOST_CONNECTIONS));
      client = made;
    }
    return made;
  }

  /** Sends a request for somebody who has asked for it in another. */
  Future<Answer> send(HttpServerRequest asked, ToolRequest request) {
    RequestOptions options =
        new RequestOptions()
            .setServer(asked.connection().localAddress(true))
            .setMethod(request.method())
            .setURI(request.target())
            .setTimeout(PATIENCE.toMillis());
    return client()
        .request(options)
        .compose(inner -> send(inner, asked, request))
        .compose(
            answer ->
                answer.body().map(body -> new Answer(answer.statusCode(), answer.headers(), body)));
  }

  private static Future<HttpClientResponse> send(
      HttpClientRequest inner, HttpServerRequest asked, ToolRequest request) {
    MultiMap headers = inner.headers();
    for (String name : PASSED_ON) {
      if (asked.headers().contains(name)) {
        headers.set(name, asked.headers().getAll(name));
      }
    }
    if (asked.authority() != null) {
      headers.set(HttpHeaders.HOST, asked.authority().toString());
    }
    request.headers().forEach(header -> headers.set(header.getKey(), header.getValue()));
    OnBehalf.tell(asked, headers);
    return request.body().length() == 0 ? inner.send() : inner.send(request.body());
  }
}
