package io.warmline.api.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server without an operator's key answers the operator's paths as any that lead nowhere. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NoOperatorTest {

  @Inject TestTenant tenants;

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/tenants",
    "POST, /v1/tenants",
    "PUT, /v1/tenants",
    "GET, /v1/tenants/0198f1a0-001a-7000-8000-000000000001",
    "DELETE, /v1/tenants/0198f1a0-001a-7000-8000-000000000001?name=x",
    "POST, /v1/tenants/0198f1a0-001a-7000-8000-000000000001/suspend",
    "GET, /v1/tenants/0198f1a0-001a-7000-8000-000000000001/archive",
    "GET, /v1/operator-actions"
  })
  void thereIsNothing(String method, String path) {
    String key = tenants.create();

    Map<String, Object> answer = ask(key, method, path);
    Map<String, Object> nowhere = ask(key, method, "/v1/nothing/at/all/that/is/near/anything");

    assertThat(answer).isEqualTo(nowhere).containsEntry("status", 404);
    assertThat(ask("", method, path)).isEqualTo(answer);
  }

  /** What is said, without what names the request. */
  private static Map<String, Object> ask(String key, String method, String path) {
    Response answer =
        given()
            .header("Authorization", "Bearer " + key)
            .contentType("application/json")
            .request(method, path);
    Map<String, Object> said = new TreeMap<>(answer.jsonPath().<String, Object>getMap(""));
    said.keySet().removeAll(java.util.Set.of("requestId", "instance"));
    return said;
  }
}
