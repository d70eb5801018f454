package io.warmline.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.warmline.api.http.BareProblems;
import io.warmline.api.http.HttpProblem;
import java.io.IOException;
import java.util.List;

/** The answer of an operation as the caller of its tool is told of it: status, headers and body. */
final class Told {

  private static final int FIRST_REFUSAL = 400;

  /** Those that say what to do next. */
  private static final List<String> HEADERS =
      List.of("ETag", "Location", "Retry-After", "Idempotent-Replayed", "Deprecation", "Sunset");

  private Told() {}

  static ObjectNode of(OwnServer.Answer answer) {
    ObjectNode told = Json.object().put("status", answer.status());
    ObjectNode headers = Json.object();
    HEADERS.stream()
        .filter(answer.headers()::contains)
        .forEach(name -> headers.put(name, answer.headers().get(name)));
    if (!headers.isEmpty()) {
      told.set("headers", headers);
    }
    if (answer.body().length() > 0) {
      told.set("body", body(answer));
    }
    return Protocol.outcome(told, answer.status() >= FIRST_REFUSAL);
  }

  /** Arguments of which no request can be made. */
  static ObjectNode of(HttpServerRequest asked, HttpProblem problem) {
    JsonNode document = parsed(BareProblems.documentOf(asked, problem).toBuffer());
    ObjectNode told = Json.object().put("status", document.path("status").asInt());
    told.set("body", document);
    return Protocol.outcome(told, true);
  }

  private static JsonNode body(OwnServer.Answer answer) {
    String type = String.valueOf(answer.headers().get("Content-Type"));
    return type.contains("json")
        ? parsed(answer.body())
        : TextNode.valueOf(answer.body().toString());
  }

  private static JsonNode parsed(Buffer json) {
    try {
      return Json.read(json);
    } catch (IOException e) {
      throw new IllegalStateException("an answer that says it is JSON", e);
    }
  }
}
