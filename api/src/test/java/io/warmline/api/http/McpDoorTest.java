package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tools pass the same door as requests: addresses, networks and limits are those of the caller. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(TightLimits.class)
class McpDoorTest {

  private static final String LIST = "{\"name\": \"listAgents\", \"arguments\": {}}";

  @Inject TestTenant tenants;
  @Inject MeterRegistry metrics;
  @TestHTTPResource URI server;

  private RawHttp.Reply send(String from, String key, String more, String method, String params) {
    String body =
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"%s\", \"params\": %s}"
            .formatted(method, params);
    return RawHttp.to(server)
        .from(from)
        .send(
            "POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + key
                + "\r\nContent-Type: application/json\r\n"
                + more
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
  }

  private static JsonNode told(RawHttp.Reply reply) {
    return reply.json().at("/result/structuredContent");
  }

  /** A key of a new tenant that is used from one address only. */
  private String keyFor(String network) {
    String admin = tenants.create(Set.of("keys:admin", "agents:read"));
    String body =
        "{\"name\": \"limited\", \"scopes\": [\"agents:read\"], \"networks\": [\""
            + network
            + "\"]}";
    RawHttp.Reply made =
        RawHttp.to(server)
            .from("127.0.0.29")
            .send(
                "POST /v1/api-keys HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization:"
                    + " Bearer "
                    + admin
                    + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body);
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    return made.json().path("secret").asText();
  }

  @Test
  void aKeyIsGoodFromItsNetworkOnlyWhateverTheCallerSaysOfItself() {
    String key = keyFor("127.0.0.27/32");

    RawHttp.Reply right = send("127.0.0.27", key, "", "tools/call", LIST);
    RawHttp.Reply wrong =
        send(
            "127.0.0.28",
            key,
            "X-Warmline-On-Behalf: 0000 http 127.0.0.27\r\n",
            "tools/call",
            LIST);
    RawHttp.Reply listed = send("127.0.0.28", key, "", "tools/list", "{}");

    assertThat(told(right).path("status").asInt()).as("%s", right).isEqualTo(200);
    assertThat(told(wrong).path("status").asInt()).isEqualTo(403);
    assertThat(told(wrong).at("/body/detail").asText()).contains("127.0.0.28");
    assertThat(listed.status()).isEqualTo(403);
    assertThat(listed.json().path("code").asText()).isEqualTo("NETWORK_NOT_ALLOWED");
  }

  @Test
  void aRequestThatSaysItComesFromTheServerItselfIsNotBelieved() {
    RawHttp.Reply reply =
        RawHttp.to(server)
            .from("127.0.0.28")
            .send(
                "GET /v1/agents HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization:"
                    + " Bearer "
                    + keyFor("127.0.0.27/32")
                    + "\r\nX-Warmline-On-Behalf: "
                    + "0".repeat(64)
                    + " http 127.0.0.27\r\n\r\n");

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void everyMessageCountsOnceAgainstTheLimitOfItsKey() {
    String key = tenants.create();

    RawHttp.Reply first = send("127.0.0.29", key, "", "tools/call", LIST);
    assertThat(told(first).path("status").asInt()).isEqualTo(200);
    assertThat(first.header("RateLimit")).contains("r=" + (TightLimits.REQUESTS - 1));
    for (int i = 1; i < TightLimits.REQUESTS; i++) {
      assertThat(send("127.0.0.29", key, "", "tools/list", "{}").status()).isEqualTo(200);
    }

    RawHttp.Reply call = send("127.0.0.29", key, "", "tools/call", LIST);
    assertThat(told(call).path("status").asInt()).isEqualTo(429);
    assertThat(told(call).at("/headers/Retry-After").asInt()).isPositive();
    RawHttp.Reply list = send("127.0.0.29", key, "", "tools/list", "{}");
    assertThat(list.status()).isEqualTo(429);
    assertThat(Integer.parseInt(list.header("Retry-After"))).isPositive();
  }

  @Test
  void whatIsAskedByToolsIsNoLabel() {
    String key = tenants.create();
    send(
        "127.0.0.29",
        key,
        "",
        "tools/call",
        "{\"name\": \"getAgent\", \"arguments\": {\"agentId\":"
            + " \"0198f1a0-0001-7000-8000-000000000001\"}}");

    assertThat(metrics.getMeters())
        .filteredOn(meter -> meter.getId().getName().startsWith("http."))
        .isNotEmpty()
        .allSatisfy(
            meter ->
                assertThat(String.valueOf(meter.getId().getTag("uri"))).doesNotContain("0198f1a0"));
  }

  @Test
  void whoTriesKeysByToolsIsCountedWhereTheyComeFrom() {
    int refused = 0;
    for (int i = 0; i < TightLimits.STRANGERS + 3; i++) {
      String key = "made-up-key-number-" + i + "-and-more";
      RawHttp.Reply reply = send("127.0.0.17", key, "", "tools/call", LIST);
      refused += reply.status() == 401 ? 0 : 1;
    }

    assertThat(refused).isEqualTo(3);
    String good = tenants.create();
    assertThat(told(send("127.0.0.18", good, "", "tools/call", LIST)).path("status").asInt())
        .isEqualTo(200);
  }

  @Test
  void aMessageMayHaveTwoMegabytes() {
    String key = tenants.create();
    String padding = "\"_meta\": {\"x\": \"" + "x".repeat(2 * 1024 * 1024) + "\"}";

    RawHttp.Reply reply =
        send(
            "127.0.0.29",
            key,
            "",
            "tools/call",
            LIST.replace("\"arguments\"", padding + ", \"arguments\""));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().path("code").asText()).isEqualTo("BODY_TOO_LARGE");
  }
}
