package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The contract is served as it is written, and what it does not name is answered by problems too.
 */
@QuarkusTest
@TestProfile(ContractProfile.class)
class ServedContractTest extends Walk {

  @Test
  void theContractIsServedByteForByte() {
    Answer answer = wire.sendUnchecked(get("/openapi.yaml"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(ContractFile.bytes());
  }

  @Test
  void aPathThatIsNotThereIsAProblem() {
    Answer answer = wire.sendUnchecked(get("/v1/nothing").key(world().key()));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
    assertThat(answer.json().path("instance").asText()).isEqualTo("/v1/nothing");
    assertThat(answer.json().path("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
  }

  @Test
  void aMethodThatThePathDoesNotTakeIsAProblemThatNamesThoseItTakes() {
    Message put =
        new Message(
            "PUT",
            "/v1/campaigns",
            Map.of(),
            Map.of("Content-Type", "application/json"),
            "{}".getBytes(StandardCharsets.UTF_8),
            false);

    Answer answer = wire.sendUnchecked(put.key(world().key()));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).contains("GET", "POST");
  }

  @Test
  void theIdOfARequestComesBack() {
    Answer given = wire.send(get("/v1/campaigns").with("X-Request-Id", "mine-42"));
    Answer forged = wire.send(get("/v1/campaigns").with("X-Request-Id", "x".repeat(200)));

    assertThat(given.header("X-Request-Id")).isEqualTo("mine-42");
    assertThat(given.json().path("requestId").asText()).isEqualTo("mine-42");
    assertThat(forged.header("X-Request-Id")).hasSizeLessThanOrEqualTo(128);
  }
}
