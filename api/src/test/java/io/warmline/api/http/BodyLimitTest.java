package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limits of bodies that the contract names, to the byte. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BodyLimitTest {

  private static final int MOST_JSON = 1 << 20;
  private static final long MOST_FILE = 1L << 30;
  private static final String AGENT = "{\"name\": \"Dave Miller\"}";

  @Inject TestTenant tenants;

  @TestHTTPResource URI server;

  private String key = "";

  @BeforeEach
  void aTenant() {
    key = tenants.create();
  }

  private RequestSpecification request() {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + key)
        .contentType("application/json");
  }

  private static String padded(int bytes) {
    return AGENT + " ".repeat(bytes - AGENT.length());
  }

  @Test
  void jsonOfJustTheLimitIsTaken() {
    assertThat(request().body(padded(MOST_JSON)).post("/v1/agents").statusCode()).isEqualTo(201);
  }

  @Test
  void jsonOfOneByteMoreIsRefused() {
    Response refused = request().body(padded(MOST_JSON + 1)).post("/v1/agents");

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.jsonPath().getString("code")).isEqualTo("BODY_TOO_LARGE");
    assertThat(refused.jsonPath().getString("detail")).contains("at most " + MOST_JSON + " bytes");
    assertThat(request().get("/v1/agents").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void aFileThatAnnouncesMoreThanTheLimitIsRefusedBeforeItIsSent() throws IOException {
    String campaign =
        request()
            .body(
                "{\"name\": \"Spring\", \"defaultCountry\": \"US\", \"timeZone\":"
                    + " \"America/New_York\"}")
            .post("/v1/campaigns")
            .jsonPath()
            .getString("id");

    String answer = announce("/v1/campaigns/" + campaign + "/imports", MOST_FILE + 1);

    assertThat(answer)
        .startsWith("HTTP/1.1 413")
        .contains("application/problem+json", "BODY_TOO_LARGE", "at most " + MOST_FILE + " bytes");
  }

  /** Sends the head of a request and no body; the first piece of the answer. */
  private String announce(String path, long bytes) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(30_000);
      String head =
          String.join(
              "\r\n",
              "POST " + path + " HTTP/1.1",
              "Host: " + server.getAuthority(),
              "Authorization: Bearer " + key,
              "Content-Type: text/csv",
              "Content-Length: " + bytes,
              "Connection: close",
              "",
              "");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      StringBuilder answer = new StringBuilder();
      byte[] piece = new byte[8192];
      while (!answer.toString().contains("requestId")) {
        int count = socket.getInputStream().read(piece);
        if (count < 0) {
          break;
        }
        answer.append(new String(piece, 0, count, StandardCharsets.UTF_8));
      }
      return answer.toString();
    }
  }
}
