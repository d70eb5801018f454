package io.warmline.api.server;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.warmline.core.PostgresForTests;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One setting takes away what is there for people to read, and nothing else. */
@QuarkusTest
@TestProfile(NoPagesTest.Off.class)
@QuarkusTestResource(PostgresForTests.class)
class NoPagesTest {

  /** {@code WARMLINE_PAGES=off}. */
  public static class Off implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("warmline.pages", "off");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/docs",
        "/docs/",
        "/docs/sdk.html",
        "/swagger-ui",
        "/swagger-ui/",
        "/swagger-ui/index.html"
      })
  void pagesAreNotThere(String page) {
    given()
        .redirects()
        .follow(false)
        .get(page)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/q/health/live"})
  void whatProgramsReadIs(String place) {
    given().get(place).then().statusCode(200);
  }
}
