package io.warmline.api.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The examples of the guide to calling rules are what the server answers. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CallingRulesGuideTest {

  private static final Path GUIDE = Path.of("../docs/calling-rules.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```json rule (\\S+)\\n(.*?)```|```json request\\n(.*?)```\\s+```json answer\\n(.*?)```",
          Pattern.DOTALL);

  @Inject TestTenant tenants;
  @Inject ObjectMapper json;

  @Test
  void theServerAnswersAsTheGuideSays() throws IOException {
    String key = tenants.create();
    Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
    SoftAssertions all = new SoftAssertions();
    int examples = 0;
    while (example.find()) {
      examples++;
      if (example.group(1) != null) {
        save(key, example.group(1), example.group(2));
      } else {
        all.assertThat(check(key, example.group(3))).isEqualTo(json.readTree(example.group(4)));
      }
    }

    assertThat(examples).as("Florida, seven more, a rule and its effect").isEqualTo(10);
    all.assertAll();
  }

  private static void save(String key, String rule, String body) {
    given()
        .filter(AgainstContract.ALL)
        .header("Authorization", "Bearer " + key)
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/calling-rules/" + rule)
        .then()
        .statusCode(200);
  }

  private JsonNode check(String key, String request) throws IOException {
    return json.readTree(
        given()
            .filter(AgainstContract.ALL)
            .header("Authorization", "Bearer " + key)
            .contentType(ContentType.JSON)
            .body(request)
            .post("/v1/calling-rules/check")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }
}
