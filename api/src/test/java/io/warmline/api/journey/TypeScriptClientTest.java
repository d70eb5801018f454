package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.api.journey.Program.Ended;
import io.warmline.core.PostgresForTests;
import io.warmline.sdk.test.FakeWarmline;
import io.warmline.sdk.test.Fault;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The TypeScript client: generated, compiled and packed as its page says, and its example works a
 * day. npm gets what it is built with; where there is no npm, or no way to its registry, the test
 * is skipped and says why.
 */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class TypeScriptClientTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final List<String> SOURCES =
      List.of(
          "package.json",
          "package-lock.json",
          "tsconfig.json",
          "README.md",
          "src/index.ts",
          "examples/day.ts");

  private static final Map<String, String> QUIET =
      Map.of("npm_config_fetch_retries", "0", "npm_config_update_notifier", "false");

  /** Two requests that fail before the third is answered, and one whose answer is lost. */
  private static final String STUMBLING =
      """
      import { given, warmline } from "./dist/src/index.js";
      const waits = [];
      const api = warmline({
        apiKey: process.env.WARMLINE_API_KEY,
        baseUrl: process.env.WARMLINE_URL + "/v1/",
        sleep: async (milliseconds) => { waits.push(milliseconds); },
      });
      const made = await given(api.POST("/v1/agents", { body: { name: "Ana" } }));
      const changed = await given(api.PATCH("/v1/agents/{agentId}", {
        params: { path: { agentId: made.id } }, body: { name: "Ana Torres" },
      }));
      const all = await given(api.GET("/v1/agents"));
      console.log(`${all.items.length} agent: ${changed.name}, waited ${waits[0]} and ${waits[1]}, ${waits.length} times`);
      """;

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;
  @TempDir Path folder;

  private Path place() {
    return folder.resolve("clients/typescript");
  }

  @Test
  void theClientIsBuiltAndPackedAndWorksADay() throws IOException, InterruptedException {
    assumeTrue(
        Program.isOnPath("npm") && Program.isOnPath("node"),
        "no npm on the path: nothing was tried");
    copySources();
    Ended installed = run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
    assumeTrue(
        installed.status() == 0,
        () -> "npm could not install what the client is built with: " + installed.output());
    Ended built = run(Map.of(), "npm", "run", "build");
    assertThat(built.status()).as(built.output()).isZero();

    Ended packed = run(Map.of(), "npm", "pack", "--dry-run");
    assertThat(packed.output())
        .contains("dist/src/index.js", "dist/src/index.d.ts", "dist/src/schema.d.ts")
        .doesNotContain("examples", "node_modules");

    Ended day =
        run(
            Map.of("WARMLINE_URL", server.toString(), "WARMLINE_API_KEY", tenants.create()),
            "npm",
            "run",
            "example");
    assertThat(day.status()).as(day.output()).isZero();
    assertThat(day.output())
        .contains(
            "Call +1",
            "The lead comes back as a due callback at ",
            "The lead is tried again from ",
            "Refused: INVALID_REQUEST /name",
            "Promised: in two weeks (SCHEDULED)",
            "rows in the report");

    assertThat(stumble().output()).contains("1 agent: Ana Torres, waited 2000 and 0, 3 times");
  }

  private Ended stumble() throws IOException, InterruptedException {
    Files.writeString(place().resolve("stumbling.mjs"), STUMBLING);
    try (FakeWarmline fake = FakeWarmline.start()) {
      fake.fault(
          "createAgent",
          Fault.tooManyRequests(Duration.ofSeconds(2)),
          Fault.unavailable(Duration.ZERO),
          Fault.lostAnswer());
      Ended ended =
          run(
              Map.of("WARMLINE_URL", fake.url(), "WARMLINE_API_KEY", fake.apiKey()),
              "node",
              "stumbling.mjs");
      assertThat(ended.status()).as(ended.output()).isZero();
      return ended;
    }
  }

  private void copySources() throws IOException {
    Files.copy(REPOSITORY.resolve("openapi.yaml"), folder.resolve("openapi.yaml"));
    for (String source : SOURCES) {
      Path target = place().resolve(source);
      Files.createDirectories(target.getParent());
      Files.copy(REPOSITORY.resolve("clients/typescript").resolve(source), target);
    }
  }

  private Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    return Program.in(place()).with(QUIET).with(environment).run(command);
  }
}
