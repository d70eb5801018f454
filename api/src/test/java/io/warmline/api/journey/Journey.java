package io.warmline.api.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A way through the API as a new tenant, held to the contract at every step. */
@QuarkusTestResource(PostgresForTests.class)
abstract class Journey {

  @Inject TestTenant tenants;

  private String key = "";

  @BeforeEach
  void aNewTenant() {
    key = tenants.create();
  }

  final RequestSpecification request() {
    return given().filter(AgainstContract.ALL).header("Authorization", "Bearer " + key);
  }

  /** For a request that breaks the contract on purpose, or that the contract's filter misreads. */
  final RequestSpecification freeRequest() {
    return given().filter(AgainstContract.ANSWERS).header("Authorization", "Bearer " + key);
  }

  final JsonPath get(String path) {
    return answer(request().get(path), 200);
  }

  /**
   * @param body null: none
   */
  final JsonPath post(String path, @Nullable Object body, int status) {
    RequestSpecification request = status < 400 ? request() : freeRequest();
    if (body != null) {
      request.contentType(ContentType.JSON).body(body);
    }
    return answer(request.post(path), status);
  }

  static JsonPath answer(Response response, int status) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    return response.jsonPath();
  }
}
