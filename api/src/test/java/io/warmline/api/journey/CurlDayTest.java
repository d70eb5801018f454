package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's day with curl, as it is pasted. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class CurlDayTest {

  private static final Path DAY = Path.of("../docs/examples/day.sh");

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;

  @Test
  void theReadmeShowsTheDayThatIsTested() throws IOException {
    assertThat(Files.readString(Path.of("../README.md")))
        .contains("```sh\n" + Files.readString(DAY) + "```\n");
  }

  @Test
  void theDayRunsAsItIsPasted() throws IOException, InterruptedException {
    String key = tenants.create();

    Pasted first = paste(key);
    Pasted again = paste(key);

    for (Pasted day : new Pasted[] {first, again}) {
      assertThat(day.status()).as(day.output()).isZero();
      assertThat(day.output())
          .contains(
              "\"status\":\"COMPLETED\"",
              "\"created\":2",
              "\"disposition\":\"CALLBACK_REQUESTED\"",
              "\"words\":\"in two weeks\"",
              "\"registry\":\"FLORIDA\"",
              "\"name\":\"activity\"")
          .doesNotContain("urn:warmline:problem");
    }
  }

  private record Pasted(int status, String output) {}

  private Pasted paste(String key) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("sh", DAY.toString());
    shell.environment().put("WARMLINE_URL", server.toString().replaceAll("/$", ""));
    shell.environment().put("WARMLINE_API_KEY", key);
    Process process = shell.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Pasted(process.waitFor(), output);
  }
}
