package io.warmline.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** An agent program, as far as the protocol goes. */
final class McpClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI server;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private int lastId;

  McpClient(URI server) {
    this.server = server;
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json, text/event-stream");
  }

  McpClient key(String key) {
    return with("Authorization", "Bearer " + key);
  }

  /**
   * From now on with this header.
   *
   * @param value empty: without it
   */
  McpClient with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  HttpResponse<String> send(String method, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve("/mcp"))
            .timeout(Duration.ofSeconds(60))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.entrySet().stream()
        .filter(header -> !header.getValue().isEmpty())
        .forEach(header -> request.header(header.getKey(), header.getValue()));
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String body) {
    return send("POST", body);
  }

  /** The message with which the server answers a request. */
  JsonNode ask(String method, String params) {
    lastId++;
    HttpResponse<String> response =
        post(
            """
            {"jsonrpc": "2.0", "id": %d, "method": "%s", "params": %s}
            """
                .formatted(lastId, method, params));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    JsonNode message = read(response.body());
    assertThat(message.path("jsonrpc").asText()).isEqualTo("2.0");
    assertThat(message.path("id").asInt()).isEqualTo(lastId);
    return message;
  }

  /** What a tool has to say: status, headers, body. */
  JsonNode call(String tool, String arguments) {
    JsonNode result =
        ask("tools/call", "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, arguments))
            .path("result");
    JsonNode told = result.path("structuredContent");
    assertThat(read(result.path("content").path(0).path("text").asText())).isEqualTo(told);
    assertThat(result.path("isError").asBoolean()).isEqualTo(told.path("status").asInt() >= 400);
    return told;
  }

  /** The body of a success. */
  JsonNode done(String tool, String arguments) {
    JsonNode told = call(tool, arguments);
    assertThat(told.path("status").asInt()).as("%s: %s", tool, told).isBetween(200, 299);
    return told.path("body");
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }
}
