package io.warmline.api.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.api.journey.Daytime;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of the protocol, and who is let in. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class ProtocolTest {

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;

  private McpClient client = new McpClient(URI.create("http://localhost"));

  @BeforeEach
  void aClient() {
    client = new McpClient(server).key(tenants.create());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25, 2025-11-25",
    "2025-06-18, 2025-06-18",
    "2024-11-05, 2025-11-25",
    "9999-01-01, 2025-11-25"
  })
  void theServerIntroducesItselfInAVersionThatItSpeaks(String wanted, String spoken) {
    JsonNode result =
        client
            .ask(
                "initialize",
                """
                {"protocolVersion": "%s", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
                """
                    .formatted(wanted))
            .path("result");

    assertThat(result.path("protocolVersion").asText()).isEqualTo(spoken);
    assertThat(result.at("/capabilities/tools").isObject()).isTrue();
    assertThat(result.at("/serverInfo/name").asText()).isEqualTo("warmline");
    assertThat(result.at("/serverInfo/version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    assertThat(result.path("instructions").asText()).contains("claimNextLead", "logCall");
  }

  @Test
  void aNotificationIsHeardAndAPingAnswered() {
    HttpResponse<String> heard =
        client.post("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");

    assertThat(heard.statusCode()).isEqualTo(202);
    assertThat(heard.body()).isEmpty();
    assertThat(client.ask("ping", "{}").path("result")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"resources/list, -32601", "tools/drop, -32601"})
  void whatIsNotOfferedIsAnError(String method, int code) {
    assertThat(client.ask(method, "{}").at("/error/code").asInt()).isEqualTo(code);
  }

  @Test
  void aToolThatIsNotThereIsNamed() {
    JsonNode error = client.ask("tools/call", "{\"name\": \"claimNextLeed\"}").path("error");

    assertThat(error.path("code").asInt()).isEqualTo(-32602);
    assertThat(error.path("message").asText()).contains("did you mean claimNextLead?");
    assertThat(client.ask("tools/call", "{\"name\": \"exportLeads\"}").has("error")).isTrue();
    assertThat(
            client
                .ask("tools/call", "{\"name\": \"listAgents\", \"arguments\": [1]}")
                .at("/error/code")
                .asInt())
        .isEqualTo(-32602);
    assertThat(client.ask("tools/list", "{\"cursor\": \"x\"}").at("/error/code").asInt())
        .isEqualTo(-32602);
  }

  @Test
  void argumentsInTheWrongPlaceAreNotPassedOver() {
    for (String stray : new String[] {"\"args\": {\"limit\": 1}", "\"limit\": 1"}) {
      JsonNode error =
          client.ask("tools/call", "{\"name\": \"listAgents\", %s}".formatted(stray)).path("error");

      assertThat(error.path("code").asInt()).isEqualTo(-32602);
      assertThat(error.path("message").asText()).contains("arguments");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nothing | -32700",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"id\": 2, \"method\": \"ping\"} | -32700",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"} {} | -32700",
        "[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}] | -32600",
        "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"} | -32600",
        "{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"ping\"} | -32600",
        "{\"jsonrpc\": \"1.0\", \"id\": 1, \"method\": \"ping\"} | -32600",
        "{\"jsonrpc\": \"2.0\", \"id\": 1} | -32600",
        "{\"jsonrpc\": \"2.0\", \"method\": \"tools/call\", \"params\": {\"name\": \"listAgents\"}} | -32600",
        "~~ | -32600"
      })
  void whatIsNoMessageIsRefused(String body, int code) {
    HttpResponse<String> refused = client.post(body == null ? "" : body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(McpClient.read(refused.body()).at("/error/code").asInt()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "PUT"})
  void thereAreNoSessionsAndNoStream(String method) {
    HttpResponse<String> refused = client.send(method, "");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains("POST");
    assertThat(McpClient.read(refused.body()).path("code").asText())
        .isEqualTo("METHOD_NOT_ALLOWED");
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type, text/plain, 415",
    "Content-Type, '', 415",
    "MCP-Protocol-Version, 2024-11-05, 400",
    "Origin, https://elsewhere.example, 403",
    "Origin, null, 403"
  })
  void whatCannotBeMeantForThisIsRefused(String header, String value, int status) {
    HttpResponse<String> refused =
        client.with(header, value).post("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}");

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(McpClient.read(refused.body()).path("status").asInt()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\", \"params\": {}}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"listAgents\"}}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"getLead\"}}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"nothing\"}}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"nothing\"}",
        "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}",
        "nothing"
      })
  void nothingIsOpenWithoutAKey(String message) {
    for (String authorization : new String[] {"", "Basic eDp5", "Bearer of-no-key-that-we-know"}) {
      HttpResponse<String> refused = client.with("Authorization", authorization).post(message);

      assertThat(refused.statusCode()).as(authorization + " " + message).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(McpClient.read(refused.body()).path("code").asText()).isEqualTo("INVALID_API_KEY");
    }
  }
}
