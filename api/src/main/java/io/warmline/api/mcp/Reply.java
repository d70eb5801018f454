package io.warmline.api.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** What goes back over HTTP. */
record Reply(int status, MultiMap headers, Buffer body) {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final List<String> OF_LIMITS = List.of("RateLimit", "RateLimit-Policy");
  private static final List<String> OF_REFUSALS =
      List.of("Content-Type", "Retry-After", "WWW-Authenticate", "RateLimit", "RateLimit-Policy");

  /** A notification was heard. */
  static Reply heard() {
    return new Reply(ACCEPTED, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
  }

  static Reply of(ObjectNode message) {
    return of(OK, message);
  }

  static Reply of(int status, ObjectNode message) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
    return new Reply(status, headers, Buffer.buffer(Json.write(message)));
  }

  /** A message about an operation that was called, with what is left of the caller's limit. */
  static Reply of(ObjectNode message, OwnServer.Answer answer) {
    Reply reply = of(message);
    pass(OF_LIMITS, answer.headers(), reply.headers());
    return reply;
  }

  /** The answer of the operation itself, where it is about the caller and not about the call. */
  static Reply of(OwnServer.Answer answer) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    pass(OF_REFUSALS, answer.headers(), headers);
    return new Reply(answer.status(), headers, answer.body());
  }

  private static void pass(List<String> names, MultiMap from, MultiMap to) {
    names.stream().filter(from::contains).forEach(name -> to.set(name, from.get(name)));
  }

  void send(HttpServerResponse response) {
    response.headers().addAll(headers);
    response.setStatusCode(status).end(body);
  }
}
