package io.warmline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.contract.ContractFile.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the wire. Changing one makes a new one. */
@SuppressWarnings("ArrayRecordComponent") // bytes as they go; never compared as a record
record Message(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte @Nullable [] body,
    boolean chunked) {

  /** The example of an operation, word for word. */
  static Message example(
      Operation operation, Map<String, String> pathValues, Map<String, String> query) {
    String path = operation.path();
    for (JsonNode parameter : operation.parameters("path")) {
      String name = parameter.path("name").asText();
      path =
          path.replace(
              "{" + name + "}", pathValues.getOrDefault(name, parameter.path("example").asText()));
    }
    Message message = new Message(operation.method(), path, query, Map.of(), null, false);
    return operation.requests().entrySet().stream()
        .findFirst()
        .map(body -> message.with("Content-Type", body.getKey()).body(text(body.getValue())))
        .orElse(message);
  }

  private static String text(JsonNode example) {
    return example.isTextual() ? example.asText() : example.toString();
  }

  Message with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new Message(method, path, query, changed, body, chunked);
  }

  Message without(String header) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.remove(header);
    return new Message(method, path, query, changed, body, chunked);
  }

  Message key(String secret) {
    return with("Authorization", "Bearer " + secret);
  }

  Message asking(String parameter, String value) {
    Map<String, String> changed = new LinkedHashMap<>(query);
    changed.put(parameter, value);
    return new Message(method, path, changed, headers, body, chunked);
  }

  Message body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  Message body(byte[] bytes) {
    return new Message(method, path, query, headers, bytes, chunked);
  }

  /** Without Content-Length. */
  Message inChunks() {
    return new Message(method, path, query, headers, body, true);
  }

  /** Wherever it names one thing, it names another. */
  Message naming(String id, String otherId) {
    Map<String, String> asked = new LinkedHashMap<>(query);
    asked.replaceAll((name, value) -> value.replace(id, otherId));
    Message elsewhere =
        new Message(method, path.replace(id, otherId), asked, headers, body, chunked);
    return body == null ? elsewhere : elsewhere.body(text().replace(id, otherId));
  }

  /** Reads what this message would change: of an action, the thing it is done to. */
  Message reading() {
    String thing = method.equals("POST") ? path.substring(0, path.lastIndexOf('/')) : path;
    return new Message("GET", thing, Map.of(), headers, null, false)
        .without("Content-Type")
        .without("If-Match");
  }

  String text() {
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }

  /** Path and query. */
  String target() {
    String parameters =
        query.entrySet().stream()
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }

  /** The same at another path. */
  Message at(String otherPath) {
    return new Message(method, otherPath, query, headers, body, chunked);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
