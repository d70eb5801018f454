package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What somebody without a key sends leaves nothing behind, and is counted. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(TightLimits.class)
class StrangersTest {

  private static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";

  @Inject TestTenant tenants;
  @Inject MeterRegistry metrics;
  @TestHTTPResource URI server;

  private RawHttp.Reply send(String from, String method, String target, String headers) {
    return RawHttp.to(server)
        .from(from)
        .send(method + " " + target + " HTTP/1.1\r\n" + headers + END);
  }

  private int series() {
    return metrics.getMeters().size();
  }

  @Test
  void madeUpMethodsAndPathsAreNoLabels() {
    for (String path : new String[] {"/v1/agents", "/nowhere", "/t/x", "/q/health"}) {
      send("127.0.0.1", "FIRST", path, "");
      send("127.0.0.1", "POST", path, "");
    }
    int before = series();

    for (int i = 0; i < 50; i++) {
      send("127.0.0.1", "M" + i, "/v1/agents", "");
      send("127.0.0.1", "M" + i, "/nowhere", "");
      send("127.0.0.1", "POST", "/nowhere/" + i, "");
      send("127.0.0.1", "PUT", "/q/health/" + i, "");
      send("127.0.0.1", "GET", "/v1/agents?" + i, "");
      send("127.0.0.1", "GET", "/v1/leads/" + i + "/x", "Authorization: " + i + "\r\n");
    }

    assertThat(series()).isLessThanOrEqualTo(before + 6);
    assertThat(metrics.find("http.server.requests").meters())
        .isNotEmpty()
        .allSatisfy(
            meter -> {
              assertThat(meter.getId().getTag("method")).doesNotMatch("M[0-9]+|FIRST");
              assertThat(meter.getId().getTag("uri")).doesNotMatch(".*/[0-9]+.*");
            });
  }

  @Test
  void whoFollowsLinksWithoutEndIsTurnedAwayWhateverStandsInTheQuery() {
    long refused =
        IntStream.rangeClosed(1, TightLimits.STRANGERS + 5)
            .filter(n -> send("127.0.0.7", "GET", "/t/token" + n + "?n=" + n, "").status() == 429)
            .count();

    assertThat(refused).isEqualTo(5);
    assertThat(send("127.0.0.8", "GET", "/t/token?n=1", "").status()).isEqualTo(404);
  }

  @Test
  void whoTriesKeysIsTurnedAwayAndWhoHasOneIsNot() {
    String good = "Authorization: Bearer " + tenants.create() + "\r\n";
    assertThat(send("127.0.0.9", "GET", "/v1/agents", good).status()).isEqualTo(200);

    for (int n = 1; n < TightLimits.STRANGERS; n++) {
      String wrong = "Authorization: Bearer wl_live_wrong" + n + "\r\n";
      assertThat(send("127.0.0.9", "GET", "/v1/agents", wrong).status()).isEqualTo(401);
    }
    RawHttp.Reply refused =
        send("127.0.0.9", "GET", "/v1/agents", "Authorization: Bearer wl_live_wrong\r\n");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    assertThat(send("127.0.0.9", "GET", "/v1/agents", good).status()).isEqualTo(200);
  }
}
