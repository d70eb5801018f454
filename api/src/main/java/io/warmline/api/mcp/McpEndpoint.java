package io.warmline.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.warmline.api.http.BareProblems;
import io.warmline.api.http.HttpProblem;
import io.warmline.api.http.ProblemKind;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the Model Context Protocol over HTTP: one message a request, one answer, and nothing kept
 * between them, so that any server answers any of them.
 */
@Singleton
public class McpEndpoint {

  private static final String PATH = "/mcp";
  private static final String VERSION = "MCP-Protocol-Version";
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final Conversation conversation;
  private final boolean enabled;
  private final List<String> origins;

  McpEndpoint(
      Conversation conversation,
      @ConfigProperty(name = "warmline.mcp", defaultValue = "on") String wanted,
      @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
    this.conversation = conversation;
    this.enabled = wanted.equals("on");
    this.origins = origins.orElse(List.of());
  }

  void register(@Observes Router router) {
    if (enabled) {
      router.route(PATH).handler(this::serve);
    }
  }

  private void serve(RoutingContext context) {
    HttpServerRequest request = context.request();
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    try {
      requirePost(request);
      requireKey(request);
      requireOrigin(request);
      requireJson(request);
      requireVersion(request);
      answer(request, bodyOf(context))
          .onSuccess(reply -> reply.send(request.response()))
          .onFailure(failure -> BareProblems.refuse(request, failure));
    } catch (HttpProblem e) {
      BareProblems.refuse(request, e);
    }
  }

  private Future<Reply> answer(HttpServerRequest request, Buffer body) {
    JsonNode message;
    try {
      message = Json.read(body);
    } catch (IOException e) {
      return conversation.malformed(
          request, Protocol.PARSE_ERROR, "The body is not JSON, or names a field twice.");
    }
    return conversation.answer(request, message);
  }

  private static void requirePost(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.POST)) {
      request.response().putHeader(HttpHeaders.ALLOW, "POST");
      throw HttpProblem.of(
          ProblemKind.METHOD_NOT_ALLOWED,
          "Messages of the Model Context Protocol come by POST; there are no sessions and no stream"
              + " here.");
    }
  }

  private static void requireKey(HttpServerRequest request) {
    if (!request.headers().contains(HttpHeaders.AUTHORIZATION)) {
      throw HttpProblem.unauthorized();
    }
  }

  /** Pages of browsers are let in by name, even those that believe they are at home here. */
  private void requireOrigin(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && origins.stream().noneMatch(allowed -> isAllowed(allowed, origin))) {
      throw HttpProblem.of(
          ProblemKind.NETWORK_NOT_ALLOWED,
          "Pages of this origin may not ask here; WARMLINE_CORS_ORIGINS names those that may.");
    }
  }

  /** A text between slashes is an expression, as the platform has it. */
  private static boolean isAllowed(String allowed, String origin) {
    boolean expression = allowed.length() > 2 && allowed.startsWith("/") && allowed.endsWith("/");
    return allowed.equals("*")
        || allowed.equalsIgnoreCase(origin)
        || (expression && origin.matches(allowed.substring(1, allowed.length() - 1)));
  }

  private static void requireJson(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw HttpProblem.of(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE,
          "Say in Content-Type what the body is; messages are application/json.");
    }
  }

  private static void requireVersion(HttpServerRequest request) {
    String version = request.getHeader(VERSION);
    if (version != null && !Protocol.VERSIONS.contains(version)) {
      throw HttpProblem.of(
          ProblemKind.INVALID_REQUEST,
          VERSION + " must be one of " + String.join(", ", Protocol.VERSIONS) + ".");
    }
  }

  private static Buffer bodyOf(RoutingContext context) {
    @Nullable Buffer body = context.body().buffer();
    if (body != null && body.length() > MOST_BYTES) {
      throw HttpProblem.of(
          ProblemKind.BODY_TOO_LARGE, "A message has at most " + MOST_BYTES + " bytes.");
    }
    return body == null ? Buffer.buffer() : body;
  }
}
