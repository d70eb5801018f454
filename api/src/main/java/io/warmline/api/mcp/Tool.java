package io.warmline.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.http.Contract;
import io.warmline.api.http.Parameter;
import io.warmline.core.tenant.ApiKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operation of the contract, as an agent program is told of it.
 *
 * @param definition name, title, description, schema of the arguments and hints, as {@code
 *     tools/list} has them
 */
record Tool(Contract.Operation operation, JsonNode definition) {

  /** The argument that is the body of the request. */
  static final String BODY = "body";

  /** The argument that says what a body is that is a text. */
  static final String CONTENT_TYPE = "contentType";

  boolean isFor(ApiKeys.Identity caller) {
    return caller.scopes().containsAll(operation.scopes()) && operation.takes(caller.reach());
  }

  private JsonNode argument(String name) {
    return definition.path("inputSchema").path("properties").path(name);
  }

  boolean takesBody() {
    return argument(BODY).isObject();
  }

  /** Whether it is a field of the body, and no argument of its own. */
  boolean hasInBody(String name) {
    return argument(BODY).path("properties").has(name) && parameter(name).isEmpty();
  }

  boolean asksForContentType() {
    return argument(CONTENT_TYPE).isObject();
  }

  /** The media types in which a body may be given here. */
  List<String> contentTypes() {
    List<String> named = new ArrayList<>();
    argument(CONTENT_TYPE).path("enum").forEach(type -> named.add(type.asText()));
    return named.isEmpty() ? List.copyOf(operation.bodies().keySet()) : named;
  }

  /** Whether the body goes as the text it is, and not as JSON. */
  boolean takesText() {
    return argument(BODY).path("contentMediaType").isTextual() || asksForContentType();
  }

  /** Whether several values may be given for this name. */
  boolean takesSeveral(String name) {
    return argument(name).path("type").asText().equals("array");
  }

  Optional<Parameter> parameter(String name) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst();
  }
}
