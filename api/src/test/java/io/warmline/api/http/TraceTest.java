package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request belongs to the trace that its {@code traceparent} names (W3C Trace Context). */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TraceTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String NONE = "0000000000000000";

  @Inject TestTenant tenants;
  @Inject TraceSeen traces;

  private String key = "";

  @BeforeEach
  void aTenant() {
    key = tenants.create();
  }

  private TraceSeen.Trace traceOf(String... headers) {
    RequestSpecification request =
        given().filter(AgainstContract.ALL).header("Authorization", "Bearer " + key);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    Response answer = request.get("/v1/agents");
    assertThat(answer.statusCode()).isEqualTo(200);
    return traces.of(answer.header("X-Request-Id"));
  }

  @Test
  void theTraceOfTheCallerGoesOnAndItsSpanIsTheParent() {
    TraceSeen.Trace seen = traceOf("traceparent", "00-" + TRACE + "-" + CALLER + "-01");

    assertThat(seen.trace()).isEqualTo(TRACE);
    assertThat(seen.parent()).isEqualTo(CALLER);
    assertThat(seen.span()).isNotEqualTo(CALLER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "01"})
  void theTraceStandsInTheLinesOfTheLogWhetherItIsRecordedOrNot(String flags) {
    TraceSeen.Trace seen = traceOf("traceparent", "00-" + TRACE + "-" + CALLER + "-" + flags);

    assertThat(seen.trace()).isEqualTo(TRACE);
    assertThat(seen.logged()).isEqualTo(TRACE);
  }

  @Test
  void withoutACallersTraceANewOneBegins() {
    TraceSeen.Trace one = traceOf();
    TraceSeen.Trace other = traceOf();

    assertThat(one.parent()).isEqualTo(NONE);
    assertThat(one.trace()).hasSize(32).isNotEqualTo(other.trace());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not a trace",
        "00-" + TRACE,
        "00-00000000000000000000000000000000-" + CALLER + "-01",
        "00-" + TRACE + "-" + NONE + "-01",
        "ff-" + TRACE + "-" + CALLER + "-01"
      })
  void aTraceThatIsNoneIsPassedOver(String traceparent) {
    TraceSeen.Trace seen = traceOf("traceparent", traceparent);

    assertThat(seen.trace()).isNotEqualTo(TRACE);
    assertThat(seen.parent()).isEqualTo(NONE);
  }

  @Test
  void theRequestKeepsAnIdOfItsOwn() {
    TraceSeen.Trace seen =
        traceOf("traceparent", "00-" + TRACE + "-" + CALLER + "-01", "X-Request-Id", "mine-1");

    assertThat(seen).isEqualTo(traces.of("mine-1"));
  }
}
