package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.NewLead;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of {@code sdk/examples}, run as their readers run them. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class SdkExamplesTest {

  private static final Path EXAMPLES = Path.of("../sdk/examples");

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;

  private String key = "";

  @BeforeEach
  void twoLeads() {
    key = tenants.create();
    WarmlineClient warmline =
        WarmlineClient.builder().baseUrl(server.toString()).apiKey(key).build();
    UUID campaign =
        warmline
            .campaigns()
            .createCampaign(
                new NewCampaign().name("Spring").defaultCountry("US").timeZone("America/New_York"))
            .value()
            .getId();
    for (String phone : List.of("504-621-8927", "810-292-9388")) {
      warmline.leads().createLead(new NewLead().campaignId(campaign).phones(List.of(phone)));
    }
  }

  static Stream<Arguments> programs() {
    return Stream.of(
        arguments("CallingDay", List.of("1. ", "2. ", "Nobody may be called now.")),
        arguments("ImportLeads", List.of("COMPLETED: 1 created, 1 rejected", "line 3: ")),
        arguments("SetMeeting", List.of("Ask: ", "Set for 10:00 in America/Chicago")),
        arguments("WeeklyReport", List.of("group,metric,numerator,denominator")),
        arguments(
            "Gateway",
            List.of(
                "answered 200",
                "1 campaigns",
                "raw: 0 agent at most",
                "later: NOT_FOUND",
                "true")));
  }

  @Test
  void everyProgramIsRun() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              programs().map(program -> program.get()[0] + ".java").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theProgramSaysWhatItShould(String program, List<String> lines)
      throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            EXAMPLES.resolve(program + ".java").toString());
    java.environment().put("WARMLINE_URL", server.toString());
    java.environment().put("WARMLINE_API_KEY", key);

    Process process = java.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains(lines);
  }
}
