package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages of the origins that WARMLINE_CORS_ORIGINS names may call, and those of others may not. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(OtherOriginsTest.OneOrigin.class)
class OtherOriginsTest {

  private static final String CONSOLE = "https://console.example";

  /** As the setting has it done. */
  public static class OneOrigin implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", CONSOLE);
    }
  }

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;

  private RawHttp.Reply ask(String method, String headers) {
    return RawHttp.to(server)
        .send(
            method
                + " /v1/agents HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + headers
                + "\r\n");
  }

  @Test
  void aBrowserIsToldWhatItMaySend() {
    RawHttp.Reply asked =
        ask(
            "OPTIONS",
            "Origin: "
                + CONSOLE
                + "\r\nAccess-Control-Request-Method: PATCH\r\n"
                + "Access-Control-Request-Headers: authorization,if-match\r\n");

    assertThat(asked.status()).as("%s", asked).isEqualTo(200);
    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(CONSOLE);
    assertThat(asked.header("Access-Control-Allow-Methods")).contains("PATCH");
    assertThat(asked.header("Access-Control-Allow-Headers")).containsIgnoringCase("If-Match");
  }

  @Test
  void aPageMayReadWhatItNeedsForTheNextRequest() {
    RawHttp.Reply answered =
        ask("GET", "Authorization: Bearer " + tenants.create() + "\r\nOrigin: " + CONSOLE + "\r\n");

    assertThat(answered.status()).as("%s", answered).isEqualTo(200);
    assertThat(answered.header("Access-Control-Expose-Headers"))
        .contains("ETag", "Location", "Retry-After", "X-Request-Id");
  }

  @Test
  void aPageOfAnotherOriginMayNot() {
    RawHttp.Reply refused = ask("GET", "Origin: https://elsewhere.example\r\n");

    assertThat(refused.status()).as("%s", refused).isEqualTo(403);
    assertThat(refused.header("Access-Control-Allow-Origin")).isNotEqualTo(CONSOLE);
  }
}
