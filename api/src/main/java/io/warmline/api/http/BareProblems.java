package io.warmline.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** Problem documents for requests that do not get as far as to an operation. */
final class BareProblems {

  private static final int LONGEST_PATH = 1000;

  private BareProblems() {}

  /** Refuses a request, and closes the connection if something of it is still to come. */
  static void refuse(HttpServerRequest request, ProblemKind kind, String detail) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    String path = String.valueOf(request.path());
    JsonObject problem =
        new JsonObject()
            .put("type", "urn:warmline:problem:" + kind)
            .put("title", kind.title())
            .put("status", kind.status())
            .put("detail", detail)
            .put("instance", path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path)
            .put("code", kind.name())
            .put("requestId", RequestIds.of(request));
    boolean more = !request.isEnded();
    if (more) {
      response.putHeader(HttpHeaders.CONNECTION, "close");
    }
    response
        .setStatusCode(kind.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(problem.encode())
        .onComplete(
            done -> {
              if (more) {
                request.connection().close();
              }
            });
  }
}
