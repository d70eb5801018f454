package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * A request that reached the fake server.
 *
 * @param operation of the contract, such as {@code logCall}; empty if it is none
 * @param path without the query, encoded
 * @param query by name, decoded
 * @param headers by name, whatever its case
 * @param body as text, UTF-8
 */
public record Asked(
    String operation,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  /** A header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A request as a handler sees it: its parameters in the path, and its body as JSON. */
  record Call(Asked asked, Map<String, String> parameters, ObjectNode body) {
    static ObjectNode none() {
      return JsonNodeFactory.instance.objectNode();
    }

    String parameter(String name) {
      return parameters.getOrDefault(name, "");
    }

    Optional<String> query(String name) {
      return Optional.ofNullable(asked.query().get(name));
    }

    int limit() {
      return query("limit").map(Integer::parseInt).orElse(50);
    }
  }

  /** Without what it carries, which may be personal data. */
  @Override
  public String toString() {
    return "Asked[" + (operation.isEmpty() ? method + " " + path : operation) + "]";
  }
}
