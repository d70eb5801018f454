package io.warmline.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.warmline.api.http.Admission;
import io.warmline.api.http.HttpProblem;
import io.warmline.api.http.RequestIds;
import io.warmline.core.tenant.ApiKeys;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Answers the messages of an agent program. Every one of them needs a key and counts as one request
 * of it: a call of a tool where the operation is asked, all others here.
 */
@Singleton
class Conversation {

  private static final Logger LOG = Logger.getLogger(Conversation.class);
  private static final int UNAUTHORIZED = 401;
  private static final int BAD_REQUEST = 400;
  private static final int LONGEST_NAME = 64;

  private final Vertx vertx;
  private final Admission admission;
  private final Toolbox tools;
  private final OwnServer server;

  Conversation(Vertx vertx, Admission admission, Toolbox tools, OwnServer server) {
    this.vertx = vertx;
    this.admission = admission;
    this.tools = tools;
    this.server = server;
  }

  /** The answer; it fails with what is to be told to somebody who is not let in. */
  Future<Reply> answer(HttpServerRequest asked, JsonNode message) {
    JsonNode id = message.path("id");
    String method = message.path("method").asText();
    boolean ours = message.path("jsonrpc").asText().equals("2.0");
    if (ours && id.isMissingNode() && isHeardOnly(message)) {
      return admitted(asked, caller -> Reply.heard());
    }
    if (!ours || method.isEmpty() || !Protocol.isId(id)) {
      return malformed(
          asked,
          Protocol.INVALID_REQUEST,
          "The body must be one message of JSON-RPC 2.0, with a method, and an id that is a text or"
              + " a whole number.");
    }
    JsonNode params = message.path("params");
    return switch (method) {
      case "initialize" -> initialize(asked, id, params);
      case "ping" -> admitted(asked, caller -> result(id, Json.object()));
      case "tools/list" -> list(asked, id, params);
      case "tools/call" -> call(asked, id, params);
      default ->
          admitted(
              asked,
              caller ->
                  error(
                      id,
                      Protocol.METHOD_NOT_FOUND,
                      "The method " + shortened(method) + " is not known here."));
    };
  }

  /** A body that is no message; whoever has no key is told of that first. */
  Future<Reply> malformed(HttpServerRequest asked, int code, String text) {
    return admitted(
        asked, caller -> Reply.of(BAD_REQUEST, Protocol.error(NullNode.getInstance(), code, text)));
  }

  /** A notification, or an answer to what was never asked. */
  private static boolean isHeardOnly(JsonNode message) {
    return message.path("method").asText().startsWith("notifications/")
        || message.has("result")
        || message.has("error");
  }

  private Future<Reply> initialize(HttpServerRequest asked, JsonNode id, JsonNode params) {
    String wanted = params.path("protocolVersion").asText();
    return admitted(asked, caller -> result(id, Protocol.introduction(wanted, tools.version())));
  }

  private Future<Reply> list(HttpServerRequest asked, JsonNode id, JsonNode params) {
    if (params.has("cursor")) {
      return admitted(
          asked,
          caller ->
              error(id, Protocol.INVALID_PARAMS, "All tools are in one answer; no cursor is one."));
    }
    return admitted(asked, caller -> result(id, Protocol.list(tools.of(caller))));
  }

  private Future<Reply> call(HttpServerRequest asked, JsonNode id, JsonNode params) {
    String name = params.path("name").asText();
    Optional<Tool> tool = tools.named(name);
    if (tool.isEmpty()) {
      return admitted(
          asked,
          caller ->
              error(
                  id,
                  Protocol.INVALID_PARAMS,
                  "There is no tool " + shortened(name) + tools.hint(name)));
    }
    Optional<String> stray = Protocol.strayIn(params);
    if (stray.isPresent()) {
      return admitted(
          asked,
          caller ->
              error(
                  id,
                  Protocol.INVALID_PARAMS,
                  "A call has a name and arguments; "
                      + shortened(stray.get())
                      + " is not known. What a tool takes stands in arguments."));
    }
    JsonNode arguments = params.path("arguments");
    if (!arguments.isObject() && !arguments.isMissingNode()) {
      return admitted(
          asked, caller -> error(id, Protocol.INVALID_PARAMS, "arguments must be an object."));
    }
    try {
      return send(asked, id, ToolRequest.of(tool.get(), arguments));
    } catch (HttpProblem e) {
      return admitted(asked, caller -> result(id, Told.of(asked, e)));
    }
  }

  private Future<Reply> send(HttpServerRequest asked, JsonNode id, ToolRequest request) {
    return server
        .send(asked, request)
        .map(
            answer ->
                answer.status() == UNAUTHORIZED
                    ? Reply.of(answer)
                    : Reply.of(Protocol.result(id, Told.of(answer)), answer))
        .otherwise(
            failure -> {
              LOG.errorf(failure, "request %s has no answer", RequestIds.of(asked));
              return error(
                  id,
                  Protocol.INTERNAL_ERROR,
                  "Whether the operation was done is not known; the failure is logged under the"
                      + " request id "
                      + RequestIds.of(asked)
                      + ". Repeat it: with the same Idempotency-Key nothing happens twice.");
            });
  }

  private Future<Reply> admitted(HttpServerRequest asked, Function<ApiKeys.Identity, Reply> then) {
    return vertx.executeBlocking(() -> then.apply(admission.callerOf(asked)), false);
  }

  private static Reply result(JsonNode id, ObjectNode result) {
    return Reply.of(Protocol.result(id, result));
  }

  private static Reply error(JsonNode id, int code, String text) {
    return Reply.of(Protocol.error(id, code, text));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
  }
}
