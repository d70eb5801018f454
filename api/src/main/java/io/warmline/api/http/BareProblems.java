package io.warmline.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Problem documents for requests that do not get as far as to an operation. */
public final class BareProblems {

  private static final Logger LOG = Logger.getLogger(BareProblems.class);
  private static final int LONGEST_PATH = 1000;
  private static final int MOST_ERRORS = 200;
  private static final Duration RETRY = Duration.ofSeconds(5);

  private BareProblems() {}

  /** Refuses a request, and closes the connection if something of it is still to come. */
  static void refuse(HttpServerRequest request, ProblemKind kind, String detail) {
    refuse(request, HttpProblem.of(kind, detail));
  }

  /** Refuses a request for whatever has gone wrong with it. */
  public static void refuse(HttpServerRequest request, Throwable failure) {
    refuse(request, problemOf(request, failure));
  }

  private static HttpProblem problemOf(HttpServerRequest request, Throwable failure) {
    if (failure instanceof HttpProblem problem) {
      return problem;
    }
    Optional<String> missing = Outage.in(failure);
    if (missing.isPresent()) {
      LOG.warnf("request %s has to wait: %s", RequestIds.of(request), missing.get());
      return HttpProblem.retryAfter(
          ProblemKind.UNAVAILABLE,
          "Something the server needs is not there at the moment: " + missing.get() + ".",
          RETRY);
    }
    LOG.errorf(failure, "request %s failed", RequestIds.of(request));
    return HttpProblem.of(
        ProblemKind.INTERNAL_ERROR, "The failure is logged under the request id.");
  }

  private static void refuse(HttpServerRequest request, HttpProblem problem) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    boolean more = !request.isEnded();
    if (more) {
      response.putHeader(HttpHeaders.CONNECTION, "close");
    }
    problem.headers().forEach(response::putHeader);
    response
        .setStatusCode(problem.kind().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(documentOf(request, problem).encode())
        .onComplete(
            done -> {
              if (more) {
                Lingering.close(request);
              }
            });
  }

  /** What a refusal says, as JSON. */
  public static JsonObject documentOf(HttpServerRequest request, HttpProblem problem) {
    ProblemKind kind = problem.kind();
    String path = String.valueOf(request.path());
    JsonObject document =
        new JsonObject()
            .put("type", "urn:warmline:problem:" + kind)
            .put("title", kind.title())
            .put("status", kind.status())
            .put("detail", String.valueOf(problem.getMessage()))
            .put("instance", path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path)
            .put("code", kind.name())
            .put("requestId", RequestIds.of(request));
    if (!problem.violations().isEmpty()) {
      JsonArray errors = new JsonArray();
      problem.violations().stream()
          .limit(MOST_ERRORS)
          .forEach(
              v ->
                  errors.add(
                      new JsonObject()
                          .put("pointer", v.pointer())
                          .put("code", v.code())
                          .put("message", v.message())));
      document.put("errors", errors);
    }
    return document;
  }
}
