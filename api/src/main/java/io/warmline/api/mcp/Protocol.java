package io.warmline.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The messages of the Model Context Protocol, which are JSON-RPC 2.0. */
final class Protocol {

  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int INTERNAL_ERROR = -32603;

  /** Those that are spoken here, the latest first. */
  static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18");

  /** Tasks and progress are not offered, and their marks mean nothing then. */
  private static final Set<String> OF_CALLS = Set.of("name", "arguments", "_meta", "task");

  private static final String INSTRUCTIONS =
      """
      Warmline says whom to call now, why, and what to say. A calling day: listAgents, then \
      claimNextLead with the id of the agent. Read out talkTrack, dial phone, and say what came of it \
      with logCall and the claim's id: one claim, one call. What a prospect said about another time \
      goes into callback.words as they said it. releaseClaim gives back a lead that is not called. \
      Send an Idempotency-Key with whatever changes something, and the same one again when you \
      repeat it. A result has the status, headers and body of the HTTP answer; in an error the body \
      is a problem document, whose errors point at the arguments. Change a thing with the ETag of \
      its last answer as If-Match. \
      """;

  private Protocol() {}

  static ObjectNode result(JsonNode id, JsonNode result) {
    ObjectNode message = message(id);
    message.set("result", result);
    return message;
  }

  /**
   * A message that cannot be answered.
   *
   * @param id null if it could not be read
   */
  static ObjectNode error(JsonNode id, int code, String text) {
    ObjectNode message = message(id);
    message.putObject("error").put("code", code).put("message", text);
    return message;
  }

  private static ObjectNode message(JsonNode id) {
    ObjectNode message = Json.object().put("jsonrpc", "2.0");
    message.set("id", id);
    return message;
  }

  /** Something beside what a call of a tool has; it would be passed over. */
  static Optional<String> strayIn(JsonNode params) {
    return params.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !OF_CALLS.contains(name))
        .findFirst();
  }

  /** Whether this can be the id of a request. */
  static boolean isId(JsonNode id) {
    return id.isTextual() || id.isIntegralNumber();
  }

  /**
   * What the server says of itself.
   *
   * @param wanted the version that the client would like to speak
   */
  static ObjectNode introduction(String wanted, String contract) {
    ObjectNode introduction = Json.object();
    introduction.put("protocolVersion", VERSIONS.contains(wanted) ? wanted : VERSIONS.get(0));
    introduction.putObject("capabilities").putObject("tools");
    introduction
        .putObject("serverInfo")
        .put("name", "warmline")
        .put("title", "Warmline")
        .put("version", contract);
    return introduction.put("instructions", INSTRUCTIONS.strip());
  }

  static ObjectNode list(List<Tool> tools) {
    ObjectNode list = Json.object();
    ArrayNode all = list.putArray("tools");
    tools.forEach(tool -> all.add(tool.definition()));
    return list;
  }

  /** What a tool has to say, once for programs and once for models. */
  static ObjectNode outcome(ObjectNode told, boolean error) {
    ObjectNode outcome = Json.object();
    outcome.putArray("content").addObject().put("type", "text").put("text", Json.show(told));
    outcome.set("structuredContent", told);
    return outcome.put("isError", error);
  }
}
